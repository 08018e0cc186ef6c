/**
 * Picks few out of many so that the few stand for the whole. No chance in it: the same in, the same out.
 */

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * `keep` of the positions 0 … total - 1, in order: one from each of `keep` equal stretches.
 * Always the first of a stretch would hit the same alternative of a template every time (every second of 80 is always the
 * first of a last `(a|b)`), so the place within its stretch moves on by the golden ratio, which never falls into step.
 */
export function spread(total: number, keep: number): number[] {
  if (total <= keep) return Array.from({ length: total }, (_, position) => position);
  return Array.from({ length: keep }, (_, turn) => {
    const start = Math.floor((turn * total) / keep);
    const end = Math.floor(((turn + 1) * total) / keep);
    return start + Math.floor(((turn * goldenRatio) % 1) * (end - start));
  });
}

/** How many each may keep, so that together they keep at most `cap`: one each in turn, until none has more or the cap is met. */
export function share(sizes: readonly number[], cap: number): number[] {
  const shares = sizes.map(() => 0);
  let left = Math.min(
    cap,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  while (left > 0) {
    for (const [turn, size] of sizes.entries()) {
      const taken = shares[turn] ?? 0;
      if (left === 0 || taken === size) continue;
      shares[turn] = taken + 1;
      left -= 1;
    }
  }
  return shares;
}
