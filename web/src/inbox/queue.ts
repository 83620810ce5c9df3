// Which leads an inbox of sales holds, and which comes first.

import type { LeadSummary } from "../api/queries";

/**
 * Those with a person or in a queue of sales: what is with marketing's team or rests waits for
 * nobody here. Still to be answered before already accepted, and among equals the one that can still
 * be in time before the one that is late anyway, soonest due first.
 */
export function ofSales(leads: LeadSummary[]): LeadSummary[] {
  return leads
    .filter((lead) => lead.place === "assignee" || lead.place === "queue")
    .map((lead, index) => ({ lead, index }))
    .sort((a, b) => rank(a.lead) - rank(b.lead) || a.index - b.index)
    .map(({ lead }) => lead);
}

function rank(lead: LeadSummary): number {
  return lead.is_late ? 1 : 0;
}
