/**
 * What must be true before anything leaves the machine. Amazon and AWS find most of it too, but late, with half of a deployment done,
 * and in words of their own.
 */
import type { Problem } from '../problems';
import { eventProblems, iconProblems, missingBuild } from './ready/package';
import { stackProblems } from './ready/stack';
import { type Resources, readResources } from './resources';

/** What stands in the way of deploying with a profile of ask-cli, whatever is built. */
export const notPrepared = (root: string, profile: string): readonly Problem[] =>
  withResources(root, profile, (resources) => [...eventProblems(root, resources), ...stackProblems(root, resources)]);

/** What the build lacks. */
export const notBuilt = (root: string, profile: string): readonly Problem[] =>
  withResources(root, profile, (resources) => {
    const missing = missingBuild(root, resources);
    return missing.length > 0 ? missing : iconProblems(root, resources);
  });

function withResources(root: string, profile: string, find: (resources: Resources) => readonly Problem[]): readonly Problem[] {
  const problems: Problem[] = [];
  const resources = readResources(root, profile, problems);
  return resources ? find(resources) : problems;
}
