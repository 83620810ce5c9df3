import { expect, test } from "vitest";
import { partOf } from "./backtests";

test("how much of history was read is a part of the whole, also before anybody knows how much", () => {
  expect(partOf({ leads: 0, leads_read: 0 })).toBe(0);
  expect(partOf({ leads: 200, leads_read: 50 })).toBe(0.25);
  expect(partOf({ leads: 200, leads_read: 201 })).toBe(1);
});
