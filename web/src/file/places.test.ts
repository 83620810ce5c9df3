import { describe, expect, it } from "vitest";
import { markedAt, offsetOf, wrongIn } from "./places";

const problem = (at: string[]) => ({
  status: 422,
  code: "charter_not_sound",
  detail: "not sound",
  places: at.map((place) => ({ at: place, reason: `at ${place}` })),
});

describe("places in a file", () => {
  it("are read in order, and others are passed over", () => {
    const found = wrongIn(problem(["line 9, column 2", "/text", "line 3, column 14"]));
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [3, 14],
      [9, 2],
    ]);
  });

  it("are counted in characters from the beginning", () => {
    const text = "ab\ncdef\n\ng";
    expect(offsetOf(text, { line: 1, column: 1 })).toBe(0);
    expect(offsetOf(text, { line: 2, column: 3 })).toBe(5);
    expect(text.slice(offsetOf(text, { line: 4, column: 1 }))).toBe("g");
  });

  it("beyond an end are at the end", () => {
    expect(offsetOf("ab\ncd", { line: 1, column: 99 })).toBe(2);
    expect(offsetOf("ab\ncd", { line: 99, column: 99 })).toBe(5);
  });

  it("mark the word that is wrong", () => {
    expect(markedAt('when = "fitt >= 40"', 9)).toEqual({
      before: 'when = "',
      marked: "fitt",
      after: ' >= 40"',
    });
    expect(markedAt("abc", 4)).toEqual({ before: "abc", marked: " ", after: "" });
  });
});
