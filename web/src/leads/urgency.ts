// How the leads of a list stand against their clocks. The list comes soonest due first.

import type { LeadSummary } from "../api/queries";
import { isToday } from "../time/words";

export interface Standing {
  late: number;
  today: number;
  later: number;
  none: number;
}

export function standing(leads: LeadSummary[], now: number): Standing {
  const found: Standing = { late: 0, today: 0, later: 0, none: 0 };
  for (const lead of leads) {
    if (lead.due == null) found.none += 1;
    else if (lead.is_late || Date.parse(lead.due) <= now) found.late += 1;
    else if (isToday(Date.parse(lead.due), now)) found.today += 1;
    else found.later += 1;
  }
  return found;
}

/** Whether all that are late are among those that were read. */
export function knowsAllLate(leads: LeadSummary[], hasMore: boolean, now: number): boolean {
  const last = leads.at(-1);
  if (!hasMore || last === undefined) return true;
  return last.due == null || (!last.is_late && Date.parse(last.due) > now);
}
