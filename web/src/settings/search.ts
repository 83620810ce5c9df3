// What the addresses of settings say.

import type { MessageState } from "../api/settings";

export const STATES: MessageState[] = [
  "dead",
  "waiting",
  "claimed",
  "sent",
  "cancelled",
  "corrected",
];

export function readOutboxSearch(search: Record<string, unknown>): { state?: MessageState } {
  const state = STATES.find((known) => known === search["state"]);
  return state === undefined || state === "dead" ? {} : { state };
}

export interface AuditSearch {
  who?: string;
  what?: string;
  /** Days, as 2027-03-04. */
  from?: string;
  until?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const found: AuditSearch = {};
  for (const name of ["who", "what", "from", "until"] as const) {
    const value = search[name];
    if (typeof value !== "string" || value === "") continue;
    if ((name === "from" || name === "until") && !DAY.test(value)) continue;
    found[name] = value;
  }
  return found;
}
