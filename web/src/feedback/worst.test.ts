import { expect, test } from "vitest";
import type { Feedback } from "../api/feedback";
import { worst } from "./worst";

const of = (value: string, share: number, low: number, is_small = false) =>
  ({ value, share_refused: share, share_refused_low: low, is_small }) as Feedback["whole"];

test("the worst is that of which the most are refused for sure, not the fewest verdicts", () => {
  const values = [of("ads", 0.9, 0.4), of("webinar", 0.8, 0.75), of("fair", 1, 0.9, true)];
  expect(worst(values)?.value).toBe("webinar");
});

test("of nothing, and of what nobody knows, there is no worst", () => {
  expect(worst([])).toBeUndefined();
  expect(worst([of("", 1, 0.9)])).toBeUndefined();
});
