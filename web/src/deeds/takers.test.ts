import { describe, expect, it } from "vitest";
import type { User } from "../api/settings";
import { takers } from "./takers";

const user = (handle: string, role: string, deactivated_at: string | null = null): User => ({
  id: handle,
  handle,
  email: `${handle}@example.com`,
  name: handle.toUpperCase(),
  role,
  teams: [],
  created_at: "2027-01-01T00:00:00Z",
  deactivated_at,
});

const settings = (people: { person: string; capacity?: number; open_leads: number }[]) => ({
  in_force_from: "2027-01-01T00:00:00Z",
  who: "ops",
  teams: {},
  text: "",
  people: people.map((it) => ({ absences: [], ...it })),
});

describe("who can be given a lead", () => {
  it("is whoever works leads and may sign in, but the one who has it", () => {
    const users = [user("ana", "sdr"), user("ben", "marketer"), user("cy", "rep", "2027-02-01")];
    const found = takers([...users, user("di", "rep")], null, "2027-03-01", "di");
    expect(found.map(({ handle }) => handle)).toEqual(["ana"]);
  });

  it("begins with those who have room, and ends with those who are away", () => {
    const now = settings([
      { person: "ana", capacity: 2, open_leads: 2 },
      { person: "ben", capacity: 9, open_leads: 2 },
    ]);
    now.people[1]?.absences.push({ from: "2027-03-01", to: "2027-03-05" } as never);
    const users = [user("ana", "sdr"), user("ben", "sdr"), user("zoe", "sdr")];
    const order = (day: string) => takers(users, now, day, null).map(({ handle }) => handle);
    expect(order("2027-03-05")).toEqual(["zoe", "ana", "ben"]);
    expect(order("2027-03-06")).toEqual(["ben", "zoe", "ana"]);
  });

  it("knows those whom only the settings name, unless they are deactivated", () => {
    const now = settings([
      { person: "eve", open_leads: 1 },
      { person: "cy", open_leads: 4 },
    ]);
    const found = takers([user("cy", "rep", "2027-02-01")], now, "2027-03-01", null);
    expect(found).toEqual([
      { handle: "eve", name: "eve", open: 1, capacity: undefined, isAway: false },
    ]);
  });
});
