// What could stand where the caret is.

export interface Offer {
  name: string;
  /** What it is, in a word. */
  detail: string;
}

export interface Completion {
  /** What is typed of it already. */
  word: string;
  /** Where that begins, in characters of its line. */
  column: number;
  /** The best first; never empty. */
  offers: Offer[];
}

/** So many are offered. */
export const OFFERED_MAX = 8;

/** The offers that fit what is typed: those that begin so first, then those that contain it. */
export function fitting(all: Offer[], word: string): Offer[] {
  const typed = word.toLowerCase();
  const begin = all.filter(({ name }) => name.toLowerCase().startsWith(typed));
  const contain = all.filter(({ name }) => name.toLowerCase().indexOf(typed) > 0);
  // What is typed whole already needs no offer.
  return [...begin, ...contain].filter(({ name }) => name !== word).slice(0, OFFERED_MAX);
}
