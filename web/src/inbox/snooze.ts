// Leads that somebody put aside for a while. The charter's clocks run on: a lead comes back before it
// is due, and one that is late is not put aside. Kept in this browser, for nobody else to see.

import type { LeadSummary } from "../api/queries";

const HOUR_MS = 3_600_000;
/** A lead comes back so long before it is due. */
const BEFORE_DUE_MS = 15 * 60_000;
/** So many are kept; the oldest go first. */
const KEPT_MAX = 500;

/** Until when each lead is put aside, in milliseconds, by its id. */
export type Aside = Record<string, number>;

export interface Until {
  name: "hour" | "afternoon" | "evening" | "morning" | "beforeDue";
  at: number;
}

/** Until when a lead may be put aside, the soonest first; none where it is late or soon due. */
export function untils(lead: Pick<LeadSummary, "due" | "is_late">, now: number): Until[] {
  const last = lead.due == null ? Number.POSITIVE_INFINITY : Date.parse(lead.due) - BEFORE_DUE_MS;
  if (lead.is_late || last <= now) return [];
  const at = (days: number, hour: number) => {
    const day = new Date(now);
    day.setHours(hour, 0, 0, 0);
    day.setDate(day.getDate() + days);
    return day.getTime();
  };
  const all: Until[] = [
    { name: "hour", at: now + HOUR_MS },
    { name: "afternoon", at: at(0, 14) },
    { name: "evening", at: at(0, 17) },
    { name: "morning", at: at(1, 9) },
  ];
  const open = all.filter((it) => it.at > now && it.at <= last);
  if (Number.isFinite(last) && !open.some((it) => it.at === last)) {
    open.push({ name: "beforeDue", at: last });
  }
  return open.sort((a, b) => a.at - b.at);
}

/** Whether a lead is out of sight: its time has not come, and neither is it due. */
export function isAside(
  lead: Pick<LeadSummary, "id" | "due" | "is_late">,
  aside: Aside,
  now: number,
): boolean {
  const until = aside[lead.id];
  if (until === undefined || until <= now || lead.is_late) return false;
  return lead.due == null || Date.parse(lead.due) - BEFORE_DUE_MS > now;
}

const nameOf = (handle: string) => `tandem-aside-${handle}`;

export function keptAside(handle: string, now: number): Aside {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(handle)) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    const entries = Object.entries(kept).filter(
      (entry): entry is [string, number] => typeof entry[1] === "number" && entry[1] > now,
    );
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

export function keepAside(handle: string, aside: Aside): void {
  const latest = Object.entries(aside).sort((a, b) => b[1] - a[1]);
  localStorage.setItem(
    nameOf(handle),
    JSON.stringify(Object.fromEntries(latest.slice(0, KEPT_MAX))),
  );
}
