// Where in a file something is wrong.

import type { Problem } from "../api/client";

export interface Wrong {
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  reason: string;
}

const PLACE = /^line (\d+), column (\d+)$/;

/** What a refusal says of places in a file, top first; places of other kinds are not in a file. */
export function wrongIn(problem: Problem): Wrong[] {
  const found = (problem.places ?? []).flatMap(({ at, reason }) => {
    const read = PLACE.exec(at);
    return read ? [{ line: Number(read[1]), column: Number(read[2]), reason }] : [];
  });
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** How many characters come before a place; the end of its line where the line is shorter. */
export function offsetOf(text: string, { line, column }: Pick<Wrong, "line" | "column">): number {
  const lines = text.split("\n");
  const at = Math.min(Math.max(line, 1), lines.length);
  const before = lines.slice(0, at - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return before + Math.min(Math.max(column - 1, 0), lines[at - 1]?.length ?? 0);
}

export interface Marked {
  before: string;
  marked: string;
  after: string;
}

/** A line parted at what is wrong: from its column to the end of the word, or of the line. */
export function markedAt(line: string, column: number): Marked {
  const start = Math.min(Math.max(column - 1, 0), line.length);
  const word = /^[\p{L}\p{N}_.-]+/u.exec(line.slice(start))?.[0] ?? line.slice(start);
  const end = start + word.length;
  // At the end of a line there is nothing to mark but the place after it.
  const marked = word === "" ? " " : word;
  return { before: line.slice(0, start), marked, after: line.slice(end) };
}
