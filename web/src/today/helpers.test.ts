import { describe, expect, it } from "vitest";
import type { LeadPage } from "../api/queries";
import { helpersOf, latestWins } from "./helpers";

type Fact = LeadPage["facts"][number];

const fact = (kind: string, at: string, more: Partial<Fact>): Fact =>
  ({
    key: at,
    kind,
    name: "",
    at,
    precision: "instant",
    says: "",
    by_a_person: false,
    value: null,
    ...more,
  }) as Fact;

describe("everyone who helped to win", () => {
  const facts = [
    fact("touch", "2027-01-01T09:00:00Z", { value: "webinar-crm" as never }),
    fact("touch", "2027-01-02T09:00:00Z", { value: "website" as never }),
    fact("touch", "2027-01-03T09:00:00Z", { value: "webinar-crm" as never }),
    fact("activity", "2027-01-04T09:00:00Z", { actor: "router" }),
    fact("activity", "2027-01-05T09:00:00Z", { actor: "ana.example", by_a_person: true }),
    fact("opportunity", "2027-01-06T09:00:00Z", { actor: "ben.example", by_a_person: true }),
    fact("touch", "2027-01-09T09:00:00Z", { value: "newsletter" as never }),
  ];

  it("is named once, on both sides, and no machine is", () => {
    expect(helpersOf(facts, null)).toEqual({
      marketing: ["webinar-crm", "website", "newsletter"],
      sales: ["Ana Example", "Ben Example"],
    });
  });

  it("is whoever was there before it was won", () => {
    expect(helpersOf(facts, "2027-01-07T00:00:00Z").marketing).toEqual(["webinar-crm", "website"]);
  });

  it("is told of the latest wins first", () => {
    const win = (id: string, closed_at: string | null) => ({ id, outcome: "won", closed_at });
    const won = [
      win("a", "2027-01-05T00:00:00Z"),
      win("b", null),
      win("c", "2027-02-01T00:00:00Z"),
    ];
    expect(latestWins(won, 2).map(({ id }) => id)).toEqual(["c", "a"]);
  });
});
