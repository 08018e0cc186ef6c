/**
 * Whether Alexa would refuse a response, or certification would: every rule, and what a response breaks of them.
 */
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { envelopeRules } from './rules/envelope';
import type { Rule } from './rules/rule';
import { sessionRules } from './rules/session';
import { speechRules } from './rules/speech';

export interface Refusal {
  readonly rule: string;
  readonly why: string;
}

export const rules: readonly Rule[] = [...envelopeRules, ...speechRules, ...sessionRules];

/** Everything the response would be refused for, in the order of the rules; empty when it is fine. */
export function refusals(response: ResponseEnvelope, request: RequestEnvelope): Refusal[] {
  const found: Refusal[] = [];
  for (const rule of rules) {
    const { id } = rule;
    const why = reason(rule, response, request);
    if (why !== undefined) found.push({ rule: id, why });
    // Without an envelope there is nothing for the other rules to read.
    if (why !== undefined && id === 'envelope') break;
  }
  return found;
}

/** A response so odd that a rule cannot read it is refused by that rule. */
function reason({ broken }: Rule, response: ResponseEnvelope, request: RequestEnvelope): string | undefined {
  try {
    return broken(response, request);
  } catch (error) {
    return `it cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}
