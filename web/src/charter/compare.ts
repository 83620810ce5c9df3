// Two readings of a charter, clause by clause.

import type { Chapter } from "../api/proposals";
import type { Change } from "../proposals/ChangeList";

/**
 * The clauses that differ, in the order of the later reading, then those that are gone. A clause is
 * the same one as long as its id is; one that was moved to another chapter unchanged is not listed.
 */
export function compare(before: Chapter[], after: Chapter[]): Change[] {
  const was = clausesOf(before);
  const is = clausesOf(after);
  const changed = [...is.values()].filter(({ id, says }) => was.get(id)?.says !== says);
  const gone = [...was.values()].filter(({ id }) => !is.has(id));
  return [
    ...changed.map(({ id, chapter, says }) => ({
      clause: id,
      chapter,
      was: was.get(id)?.says,
      is: says,
    })),
    ...gone.map(({ id, chapter, says }) => ({ clause: id, chapter, was: says })),
  ];
}

interface Clause {
  id: string;
  chapter: string;
  says: string;
}

function clausesOf(chapters: Chapter[]): Map<string, Clause> {
  const all = chapters.flatMap(({ title, clauses }) =>
    clauses.map(({ id, says }): [string, Clause] => [id, { id, chapter: title, says }]),
  );
  return new Map(all);
}
