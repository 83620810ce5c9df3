// Which lists are long, so that they are not asked for again as a whole.

/** A list of more pages is long. */
const SHORT_PAGES_MAX = 3;

export function isLong(data: unknown): boolean {
  return (
    typeof data === "object" &&
    data !== null &&
    "pages" in data &&
    Array.isArray(data.pages) &&
    data.pages.length > SHORT_PAGES_MAX
  );
}

/** For options of queries: whether one may be asked again as a whole. */
export function unlessLong(query: { state: { data: unknown } }): boolean {
  return !isLong(query.state.data);
}
