/**
 * Stands in for AWS in every region, at one address.
 */
import { type Stack, startCloudFormation } from './cloudformation';
import { type Standin, standin } from './http';
import { startS3 } from './s3';

export interface Aws extends Standin {
  readonly stacks: () => readonly Stack[];
}

export async function startAws(): Promise<Aws> {
  const s3 = startS3();
  const { answer, stacks } = startCloudFormation(s3.find);
  const service = await standin((asked) => (asked.what === 'POST /' ? answer(asked) : s3.answer(asked)));
  return { ...service, stacks };
}
