// Everyone who helped to win: what marketing brought, who of sales worked it.

import type { Opportunity } from "../api/accounts";
import type { LeadPage } from "../api/queries";
import { person } from "../ui/person";

export interface Helpers {
  /** Where touches came from, in the order in which they first did. */
  marketing: string[];
  /** People of sales, in the order in which they came in. */
  sales: string[];
}

const WORKS = ["activity", "verdict", "opportunity"];

/** Everyone whom the facts name until the win; who only opened mails afterwards helped nobody. */
export function helpersOf(facts: LeadPage["facts"], wonAt: string | null | undefined): Helpers {
  const end = wonAt ? Date.parse(wonAt) : Number.POSITIVE_INFINITY;
  const until = facts.filter((fact) => Date.parse(fact.at) <= end);
  const brought = until.filter((fact) => fact.kind === "touch" && typeof fact.value === "string");
  const worked = until.filter((fact) => WORKS.includes(fact.kind) && fact.by_a_person);
  return {
    marketing: distinct(brought.map((fact) => String(fact.value).replaceAll("_", " "))),
    sales: distinct(worked.flatMap((fact) => (fact.actor ? [person(fact.actor)] : []))),
  };
}

/** The latest of those won, by when they were. */
export function latestWins(won: Opportunity[], most: number): Opportunity[] {
  const at = (it: Opportunity) => (it.closed_at ? Date.parse(it.closed_at) : 0);
  return won.toSorted((a, b) => at(b) - at(a)).slice(0, most);
}

function distinct(words: string[]): string[] {
  return [...new Set(words)];
}
