// How strongly a cell of the heat table is filled.

/** The strongest fill; the weakest has none. */
const LEVELS = 5;

/** From 0 to 5, by its part of the largest share. */
export function level(of: number | null | undefined, most: number): number {
  if (of == null || of <= 0 || most <= 0) return 0;
  return Math.min(LEVELS, Math.max(1, Math.ceil((of / most) * LEVELS)));
}

/** The age that a sentence names: the one nearest to so many days. */
export function nearest(ages: number[], days: number): number | undefined {
  return [...ages].sort((a, b) => Math.abs(a - days) - Math.abs(b - days) || a - b)[0];
}
