import { describe, expect, it } from "vitest";
import type { Schemas } from "./client";
import { withLead } from "./lists";
import { isLong, unlessLong } from "./long";

const lead = (id: string, fit = 0): Schemas["LeadSummary"] => ({
  id,
  place: "nowhere",
  pass: 1,
  entered_precision: "day",
  fit,
  engagement: 0,
  is_late: false,
});

const page = (...leads: Schemas["LeadSummary"][]): Schemas["LeadList"] => ({
  as_of: {
    now: "2027-03-04T10:00:00Z",
    charter_adopted_at: "2027-01-01T00:00:00Z",
    is_trial: false,
    leads_waiting_to_settle: 0,
  },
  leads,
});

describe("lists of leads", () => {
  it("are long beyond three pages, and then are not asked again as a whole", () => {
    const list = (pages: number) => ({ pages: Array(pages).fill(page()), pageParams: [] });
    expect(isLong(list(3))).toBe(false);
    expect(isLong(list(4))).toBe(true);
    expect(unlessLong({ state: { data: list(4) } })).toBe(false);
    expect(unlessLong({ state: { data: undefined } })).toBe(true);
  });

  it("take a lead in where it was, and leave other pages as they are", () => {
    const data = { pages: [page(lead("a"), lead("b")), page(lead("c"))], pageParams: ["", "x"] };
    const after = withLead(data, lead("b", 40));
    expect(after.pages[0]?.leads.map(({ id, fit }) => [id, fit])).toEqual([
      ["a", 0],
      ["b", 40],
    ]);
    expect(after.pages[1]).toBe(data.pages[1]);
  });

  it("take in nobody who was not in them", () => {
    const data = { pages: [page(lead("a"))], pageParams: [""] };
    expect(withLead(data, lead("z")).pages[0]).toBe(data.pages[0]);
  });
});
