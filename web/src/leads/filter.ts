// Which leads the list shows: part of the address, so that a view can be sent to somebody.

import type { LeadFilter } from "../api/queries";

export interface LeadSearch {
  stage?: string;
  who?: string;
  text?: string;
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
    ...(search["all"] === true ? { all: true } : {}),
  };
}

export function asFilter(search: LeadSearch): LeadFilter {
  const { all, ...rest } = search;
  return all ? rest : { ...rest, open: true };
}

export function isNarrowed(search: LeadSearch): boolean {
  return search.stage !== undefined || search.who !== undefined || search.text !== undefined;
}
