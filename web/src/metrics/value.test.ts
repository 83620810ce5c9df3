import { expect, test } from "vitest";
import { readDays, valueInWords } from "./value";

test("a value is said in its unit, and what is not known is a dash", () => {
  expect(valueInWords({ unit: "share", value: 0.5 }, "EUR")).toMatch(/^50\s?%$/);
  expect(valueInWords({ unit: "hours", value: 3.25 }, "EUR")).toMatch(/^3[.,][23] hours$/);
  expect(valueInWords({ unit: "money", value: 1200 }, "EUR")).toContain("200");
  expect(valueInWords({ unit: "count", value: 7 }, "EUR")).toBe("7");
  expect(valueInWords({ unit: "count", value: null }, "EUR")).toBe("–");
});

test("only the periods that are offered are read from an address", () => {
  expect(readDays(90)).toBe(90);
  expect(readDays(91)).toBeUndefined();
  expect(readDays("90")).toBeUndefined();
});
