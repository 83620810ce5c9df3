import { expect, test } from "vitest";
import type { LeadSummary } from "../api/queries";
import { ofSales } from "./queue";

function lead(id: string, part: Partial<LeadSummary>): LeadSummary {
  return {
    id,
    place: "assignee",
    pass: 1,
    entered_precision: "instant",
    fit: 0,
    engagement: 0,
    is_late: false,
    ...part,
  };
}

test("who can still be in time comes before who is late anyway, in the order given", () => {
  const leads = [
    lead("late-1", { is_late: true }),
    lead("late-2", { is_late: true }),
    lead("soon", { place: "queue" }),
    lead("later", {}),
  ];
  expect(ofSales(leads).map(({ id }) => id)).toEqual(["soon", "later", "late-1", "late-2"]);
});

test("what waits for no person of sales is not in the inbox", () => {
  expect(ofSales([lead("a", { place: "team" }), lead("b", { place: "nurture" })])).toEqual([]);
});
