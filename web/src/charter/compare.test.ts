import { describe, expect, it } from "vitest";
import { compare } from "./compare";

const chapter = (title: string, clauses: Record<string, string>) => ({
  title,
  clauses: Object.entries(clauses).map(([id, says]) => ({ id, says })),
});

describe("comparing two readings of a charter", () => {
  it("names what changed, what came and what is gone, with where each stands", () => {
    const before = [
      chapter("Fit", { a: "20 points", b: "5 points" }),
      chapter("Stages", { c: "x" }),
    ];
    const after = [chapter("Fit", { a: "30 points" }), chapter("Stages", { c: "x", d: "new" })];
    expect(compare(before, after)).toEqual([
      { clause: "a", chapter: "Fit", was: "20 points", is: "30 points" },
      { clause: "d", chapter: "Stages", was: undefined, is: "new" },
      { clause: "b", chapter: "Fit", was: "5 points" },
    ]);
  });

  it("says nothing of a clause that only moved", () => {
    const before = [chapter("Fit", { a: "20 points" }), chapter("Other", {})];
    const after = [chapter("Fit", {}), chapter("Other", { a: "20 points" })];
    expect(compare(before, after)).toEqual([]);
  });
});
