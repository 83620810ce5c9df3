import { expect, test } from "vitest";
import type { Reconciliation } from "../api/insight";
import { largest, steps } from "./waterfall";

const cause = (meaning: string, added: number, removed: number) => ({
  cause: meaning,
  meaning,
  added,
  removed,
  change: added - removed,
});

const DATA: Reconciliation = {
  first: 412,
  other: 188,
  both: 100,
  difference: -224,
  causes: [cause("by the date", 10, 10), cause("by the stage", 6, 230)],
};

test("each cause begins where the one before ended, and the last ends at the other figure", () => {
  const drawn = steps(DATA, ["first", "other"]);
  expect(drawn.map(({ from, to }) => [from, to])).toEqual([
    [0, 412],
    [412, 412],
    [412, 188],
    [0, 188],
  ]);
  expect(drawn.map((it) => it.said)).toEqual(["412", "±0", "−224", "188"]);
});

test("the cause that explains most is named, else the one that exchanges most", () => {
  expect(largest(DATA.causes)?.meaning).toBe("by the stage");
  expect(largest([cause("a", 1, 1), cause("b", 5, 5)])?.meaning).toBe("b");
  expect(largest([])).toBeUndefined();
});
