/**
 * A cap that cut off the end would forget the last templates an author wrote.
 */
import { share, spread } from '../../tools/models/spread';

describe('spread', () => {
  it('keeps all when all fit', () => {
    expect(spread(3, 40)).toEqual([0, 1, 2]);
    expect(spread(0, 40)).toEqual([]);
  });

  it('keeps exactly as many as asked, in order, none twice, from beginning to end', () => {
    for (const total of [41, 64, 80, 81, 100, 540, 4096]) {
      const kept = spread(total, 40);
      expect(kept).toHaveLength(40);
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
      const gaps = [...kept, total].map((position, index) => position - (kept[index - 1] ?? 0));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.ceil((total / 40) * 3));
    }
  });
});

describe('share', () => {
  test.each<[number[], number, number[]]>([
    [[3, 3], 250, [3, 3]],
    [[40, 1, 40], 21, [10, 1, 10]],
    [[40, 40, 40], 4, [2, 1, 1]],
    [[0, 5], 3, [0, 3]],
    [[], 3, []],
  ])('of %j under %i is %j', (sizes, cap, shares) => {
    expect(share(sizes, cap)).toEqual(shares);
  });
});
