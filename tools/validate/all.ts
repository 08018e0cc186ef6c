/**
 * Everything that Amazon and AWS will be given, by every validator there is. They are heavy, so `npm run check` leaves them out.
 */
import type { Problem } from '../problems';
import { packageFaults } from './package';
import { template, templateValidator } from './template';

/** What was looked at, in words, and what is wrong with it. */
export interface Validity {
  readonly told: readonly string[];
  readonly problems: readonly Problem[];
}

/** Validates the template and the built package. */
export function validity(root: string): Validity {
  const validator = templateValidator(root);
  try {
    const skill = packageFaults(root);
    return {
      told: [
        `${template}: ${validator.rules} rules of AWS.`,
        ...skill.files.map((file) => `${file}: Amazon's schema and types.`),
      ],
      problems: [...validator.faults(root), ...skill.problems],
    };
  } finally {
    validator.close();
  }
}
