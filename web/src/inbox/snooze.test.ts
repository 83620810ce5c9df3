import { describe, expect, it } from "vitest";
import { isAside, untils } from "./snooze";

const NOW = new Date(2026, 10, 23, 10, 0).getTime();
const HOUR = 3_600_000;
const due = (hours: number) => new Date(NOW + hours * HOUR).toISOString();

describe("putting a lead aside", () => {
  it("offers only times before it is due", () => {
    const open = untils({ due: due(5), is_late: false }, NOW);
    expect(open.map((it) => it.name)).toEqual(["hour", "afternoon", "beforeDue"]);
    expect(open.at(-1)?.at).toBe(NOW + 4.75 * HOUR);
  });

  it("offers every time where no clock runs", () => {
    const names = untils({ due: null, is_late: false }, NOW).map((it) => it.name);
    expect(names).toEqual(["hour", "afternoon", "evening", "morning"]);
  });

  it("offers none for what is late or due at once", () => {
    expect(untils({ due: due(-1), is_late: true }, NOW)).toEqual([]);
    expect(untils({ due: due(0.2), is_late: false }, NOW)).toEqual([]);
  });

  it("brings a lead back when its time has come, and before it is due", () => {
    const lead = { id: "a", due: due(5), is_late: false };
    expect(isAside(lead, { a: NOW + HOUR }, NOW)).toBe(true);
    expect(isAside(lead, { a: NOW + HOUR }, NOW + HOUR)).toBe(false);
    // A clock that began after it was put aside is due earlier.
    expect(isAside({ ...lead, due: due(0.1) }, { a: NOW + HOUR }, NOW)).toBe(false);
    expect(isAside({ ...lead, id: "b" }, { a: NOW + HOUR }, NOW)).toBe(false);
  });
});
