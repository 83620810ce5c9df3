import { beforeEach, expect, test } from "vitest";
import { dueInWords, moment, setZone, span, stretch } from "./words";

const NOW = Date.parse("2026-11-22T12:00:00Z");

beforeEach(() => setZone("Europe/Berlin"));

test("a span is rounded down and says its units", () => {
  expect([span(59_000), span(40 * 60_000), span(72 * 60_000), span(3 * 86_400_000)]).toEqual([
    "59 s",
    "40 m",
    "1 h 12 m",
    "3 days",
  ]);
});

test("what is past its due is late, also before the server has said so", () => {
  const due = "2026-11-22T11:20:00Z";
  expect(dueInWords(due, false, NOW)).toEqual({ urgency: "late", words: "late 40 m" });
});

test("what is due within the hour is soon, and later today is not", () => {
  expect(dueInWords("2026-11-22T12:30:00Z", false, NOW).urgency).toBe("soon");
  expect(dueInWords("2026-11-22T15:30:00Z", false, NOW).urgency).toBe("running");
});

test("a day is a day in the company's zone, not the reader's", () => {
  // 23:30 UTC is already tomorrow in Berlin.
  expect(moment("2026-11-22T23:30:00Z", "day", NOW)).toBe("tomorrow");
  setZone("America/New_York");
  expect(moment("2026-11-22T23:30:00Z", "day", NOW)).toBe("today");
});

test("a fact known to the day shows no time, and one of unknown time shows none at all", () => {
  expect(moment("2026-11-22T00:00:00Z", "day", NOW)).toBe("today");
  expect(moment("2026-11-22T00:00:00Z", "unknown", NOW)).toBe("at an unknown time");
});

test("a stretch of the calendar is named by its first day, in no zone", () => {
  expect(stretch("2026-03-01", undefined)).toMatch(/Mar 2026/);
  expect(stretch("2026-03-02", "week")).toMatch(/2/);
  expect(stretch("2026-01-01", "quarter")).toMatch(/Jan 2026/);
});
