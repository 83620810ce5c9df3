import { expect, test } from "vitest";
import { amountOf, stateOf } from "./goal";

test("a goal is behind when more of its time is over than there is of it", () => {
  expect(stateOf({ attained: 0.45, elapsed: 0.58 })).toBe("behind");
  expect(stateOf({ attained: 0.58, elapsed: 0.58 })).toBe("before");
  expect(stateOf({ attained: null, elapsed: 0.1 })).toBe("behind");
});

test("before its time and after it nothing is said of its pace", () => {
  expect(stateOf({ attained: 0, elapsed: 0 })).toBe("ahead_of_it");
  expect(stateOf({ attained: 0.2, elapsed: 1 })).toBe("over");
});

test("a value is said in its unit", () => {
  expect(amountOf({ unit: "share" }, 0.25, "EUR")).toMatch(/^25\s?%$/);
  expect(amountOf({ unit: "count" }, 1200, "EUR")).toBe((1200).toLocaleString());
  expect(amountOf({ unit: "money" }, 900000, "EUR")).toContain("900");
});
