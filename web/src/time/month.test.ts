import { expect, test } from "vitest";
import { dayBegins, monthBefore, monthSpan } from "./month";

test("a month begins and ends at midnight of the zone, over a change of its clocks too", () => {
  expect(monthSpan("2026-10", "Europe/Berlin")).toEqual({
    from: "2026-09-30T22:00:00.000Z",
    until: "2026-10-31T23:00:00.000Z",
  });
  expect(monthSpan("2026-12", "America/New_York")?.until).toBe("2027-01-01T05:00:00.000Z");
  expect(dayBegins(2026, 3, 29, "Europe/Berlin")).toBe("2026-03-28T23:00:00.000Z");
  expect(monthSpan("2026-13", "Europe/Berlin")).toBeUndefined();
  expect(monthSpan("soon", "Europe/Berlin")).toBeUndefined();
});

test("the month before January is December", () => {
  expect(monthBefore(Date.parse("2027-01-15T00:00:00Z"))).toBe("2026-12");
});
