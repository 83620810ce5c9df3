// The parts of a finding as lists of bars.

import type { Part } from "../api/start";

export interface Bars {
  name: string;
  bars: Part[];
  /** Whose hue the bars have; absent: ink. */
  side: "marketing" | "sales" | undefined;
  /** How many more there are than are drawn. */
  more: number;
}

/** So many bars of a list are drawn. */
export const DRAWN_MAX = 8;
/** So many values of those sent and those won are held side by side. */
const PAIRS_MAX = 6;

const SIDES: Record<string, Bars["side"]> = {
  waits: "sales",
  refusals: "sales",
  default_promises: "sales",
};

/** The lists of bars that say a finding; none where its sentence says it all. */
export function barsOf(id: string, parts: Part[]): Bars[] {
  if (parts.length === 0 || id === "sent_against_won") return [];
  const lists = [...new Set(parts.map(({ list }) => list))];
  return lists.map((name) => {
    const all = parts.filter((part) => part.list === name && part.of > 0);
    return {
      name,
      bars: all.slice(0, DRAWN_MAX),
      side: SIDES[id],
      more: Math.max(0, all.length - DRAWN_MAX),
    };
  });
}

export interface Pair {
  label: string;
  sent: Part;
  won: Part;
}

/** Of those sent and those won, the values of the dimension that differs most. */
export function pairsOf(id: string, parts: Part[]): { by: string; pairs: Pair[] } | undefined {
  const first = parts[0];
  if (id !== "sent_against_won" || first === undefined) return undefined;
  const by = first.list.replace(/^came by /, "");
  const sent = parts.filter((part) => part.list === first.list);
  const won = new Map(
    parts.filter((part) => part.list === `won by ${by}`).map((part) => [part.label, part]),
  );
  const pairs = sent.flatMap((part) => {
    const other = won.get(part.label);
    return other === undefined ? [] : [{ label: part.label, sent: part, won: other }];
  });
  return { by, pairs: pairs.slice(0, PAIRS_MAX) };
}
