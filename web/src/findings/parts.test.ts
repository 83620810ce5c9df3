import { expect, test } from "vitest";
import type { Part } from "../api/start";
import { barsOf, DRAWN_MAX, pairsOf } from "./parts";

function part(list: string, label: string, n: number, of = 10): Part {
  return { list, label, n, of, share: n / of, is_small_sample: false };
}

test("a list of parts is a list of bars, and what is not drawn is counted", () => {
  const parts = Array.from({ length: DRAWN_MAX + 3 }, (_, n) => part("reasons", `r${n}`, n));
  const [bars, ...others] = barsOf("refusals", parts);
  expect(others).toEqual([]);
  expect(bars?.bars).toHaveLength(DRAWN_MAX);
  expect(bars?.more).toBe(3);
  expect(bars?.side).toBe("sales");
});

test("a part of nothing has no bar", () => {
  expect(barsOf("waits", [part("days waited", "same day", 0, 0)])[0]?.bars).toEqual([]);
});

test("those sent and those won stand side by side, value by value", () => {
  const found = pairsOf("sent_against_won", [
    part("came by source", "webinar", 6),
    part("won by source", "webinar", 1),
    part("came by source", "referral", 1),
    part("won by source", "referral", 6),
    part("came by industry", "finance", 3),
    part("won by industry", "finance", 4),
  ]);
  expect(found?.by).toBe("source");
  expect(found?.pairs.map(({ label, sent, won }) => [label, sent.n, won.n])).toEqual([
    ["webinar", 6, 1],
    ["referral", 1, 6],
  ]);
  expect(barsOf("sent_against_won", [part("came by source", "webinar", 6)])).toEqual([]);
});
