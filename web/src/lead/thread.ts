// What happened to a lead, in one thread, the latest first: what marketing did on the left, what
// sales did on the right, and between them what the charter decided.

import type { LeadPage } from "../api/queries";
import { text } from "../text";
import { person } from "../ui/person";

type Fact = LeadPage["facts"][number];
type Decision = LeadPage["decisions"][number];

export type Lane = "marketing" | "sales" | "charter";

export interface Entry {
  id: string;
  at: string;
  precision: string;
  lane: Lane;
  /** How much it weighs: a stage is a headline, a clock that runs a footnote. */
  weight: "headline" | "plain" | "footnote";
  says: string;
  who: string | undefined;
  /** The clause behind a decision. */
  clause: string | undefined;
  isTrouble: boolean;
  isAssumed: boolean;
  /** What was learned at once, folded into one entry. */
  parts: string[];
  /** The stage entered, for its side's hue. */
  stage: string | undefined;
}

const SALES_KINDS = new Set(["activity", "verdict", "field_note", "opportunity"]);
/** Recorded about the lead rather than done by it or to it. */
const LEARNED_KINDS = new Set(["trait", "link", "unlink", "status", "consent"]);
const BROKEN = new Set(["clock_broken", "clock_never_answered"]);
const RANK: Record<Lane, number> = { marketing: 0, sales: 0, charter: 1 };

export function thread(page: Pick<LeadPage, "facts" | "decisions">): Entry[] {
  const entries = [...fromFacts(page.facts), ...page.decisions.map(fromDecision)];
  // What was decided stands above its cause, which came first.
  return entries
    .map((entry, index) => ({ entry, index }))
    .sort(
      (a, b) =>
        Date.parse(b.entry.at) - Date.parse(a.entry.at) ||
        RANK[b.entry.lane] - RANK[a.entry.lane] ||
        b.index - a.index,
    )
    .map(({ entry }) => entry);
}

function fromFacts(facts: Fact[]): Entry[] {
  const entries: Entry[] = [];
  let learned: Entry | undefined;
  for (const fact of facts) {
    const says = sentence(fact.says, fact.actor);
    if (!LEARNED_KINDS.has(fact.kind)) {
      learned = undefined;
      entries.push(fromFact(fact, says));
    } else if (learned !== undefined && learned.at === fact.at) {
      learned.parts.push(says);
      learned.says = text.lead.learned(learned.parts.length);
    } else {
      learned = { ...fromFact(fact, says), weight: "footnote", parts: [says] };
      entries.push(learned);
    }
  }
  return entries;
}

function fromFact(fact: Fact, says: string): Entry {
  return {
    id: fact.key,
    at: fact.at,
    precision: fact.precision,
    lane: lane(fact),
    weight: "plain",
    says,
    who: fact.actor ? person(fact.actor) : undefined,
    clause: undefined,
    isTrouble: false,
    isAssumed: false,
    parts: [],
    stage: undefined,
  };
}

function lane(fact: Fact): Lane {
  if (SALES_KINDS.has(fact.kind)) return "sales";
  if (fact.kind === "link" && fact.name === "opportunity") return "sales";
  if (fact.kind === "assignment" || fact.kind === "reopening") return "charter";
  return "marketing";
}

function fromDecision(decision: Decision, index: number): Entry {
  const isStage = decision.what === "stage_entered";
  const isTrouble = BROKEN.has(decision.what);
  return {
    id: `${index}-${decision.what}-${decision.target}`,
    at: decision.at,
    precision: decision.precision,
    lane: "charter",
    weight: isStage ? "headline" : isTrouble ? "plain" : "footnote",
    says: sentence(decision.says, undefined),
    who: undefined,
    clause: decision.clause_says ?? undefined,
    isTrouble,
    isAssumed: decision.certainty === "assumed",
    parts: [],
    stage: isStage ? decision.target : undefined,
  };
}

/** "it registered for a webinar, by ann" is "Registered for a webinar": who is said beside it. */
export function sentence(says: string, actor: string | null | undefined): string {
  let said = says
    .replace(/^it (?=\p{L})/u, "")
    .replace(/^(was given to )(\S+)/, (_, given, who) => given + person(who));
  if (actor && said.endsWith(`, by ${actor}`)) said = said.slice(0, -`, by ${actor}`.length);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
