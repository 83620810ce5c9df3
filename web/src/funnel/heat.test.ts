import { expect, test } from "vitest";
import { level, nearest } from "./heat";

test("a cell is filled by its part of the largest share, and nothing is not filled", () => {
  expect([null, 0, 0.01, 0.2, 0.5, 0.51].map((part) => level(part, 0.5))).toEqual([
    0, 0, 1, 2, 5, 5,
  ]);
  expect(level(0.3, 0)).toBe(0);
});

test("a sentence names the age nearest to what is asked", () => {
  expect(nearest([0, 7, 28, 56], 30)).toBe(28);
  expect(nearest([], 30)).toBeUndefined();
});
