// Who can be given a lead: everybody who works leads, with what they have already.

import type { Schemas } from "../api/client";
import type { User } from "../api/settings";

export interface Taker {
  handle: string;
  name: string;
  open: number | undefined;
  capacity: number | undefined;
  isAway: boolean;
}

const WORKS_LEADS = ["sdr", "rep", "sales_head"];

/**
 * Those who may sign in and work leads, and those whom settings name; who has room first, then by
 * name. `day` is today, as 2027-03-04. The one who has the lead already is left out.
 */
export function takers(
  users: User[],
  settings: Schemas["SettingsDocument"] | null | undefined,
  day: string,
  holder: string | null | undefined,
): Taker[] {
  const loads = new Map((settings?.people ?? []).map((it) => [it.person, it]));
  const active = users.filter((user) => !user.deactivated_at);
  const known = new Map(active.map((user) => [user.handle, user]));
  const gone = new Set(users.filter((user) => user.deactivated_at).map((user) => user.handle));
  const handles = new Set([
    ...active.filter((user) => WORKS_LEADS.includes(user.role)).map((user) => user.handle),
    ...[...loads.keys()].filter((handle) => !gone.has(handle)),
  ]);
  const all = [...handles]
    .filter((handle) => handle !== holder)
    .map((handle): Taker => {
      const load = loads.get(handle);
      return {
        handle,
        name: known.get(handle)?.name ?? handle,
        open: load?.open_leads,
        capacity: load?.capacity ?? undefined,
        isAway: load?.absences.some(({ from, to }) => from <= day && day <= to) ?? false,
      };
    });
  return all.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

function rank({ isAway, open, capacity }: Taker): number {
  if (isAway) return 2;
  return open !== undefined && capacity !== undefined && open >= capacity ? 1 : 0;
}
