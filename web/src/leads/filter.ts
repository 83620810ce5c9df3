// Which leads the list shows: part of the address, so that a view can be sent to somebody.

import type { LeadFilter } from "../api/queries";

export interface LeadSearch {
  stage?: string;
  who?: string;
  text?: string;
  /** Only those that wait in a queue. */
  place?: "queue";
  /** Only those that are late, or due within a day. */
  due?: "late" | "soon";
  /** Also those that wait for nobody. */
  all?: boolean;
}

export function readLeadFilter(search: Record<string, unknown>): LeadSearch {
  const word = (name: "stage" | "who" | "text") => {
    const value = search[name];
    const said = typeof value === "number" ? String(value) : value;
    return typeof said === "string" && said.trim() !== "" ? { [name]: said } : {};
  };
  return {
    ...word("stage"),
    ...word("who"),
    ...word("text"),
    ...(search["place"] === "queue" ? { place: "queue" as const } : {}),
    ...(search["due"] === "late" || search["due"] === "soon" ? { due: search["due"] } : {}),
    ...(search["all"] === true ? { all: true } : {}),
  };
}

export function asFilter(search: LeadSearch): LeadFilter {
  const { all, ...rest } = search;
  return all ? rest : { ...rest, open: true };
}

export function isNarrowed(search: LeadSearch): boolean {
  const { stage, who, text, place, due } = search;
  return [stage, who, text, place, due].some((narrows) => narrows !== undefined);
}
