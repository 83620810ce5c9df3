// Two periods of the same length beside each other.

import type { Slice } from "./loss";

export interface StageCompared {
  id: string;
  name: string;
  reached: number;
  reachedBefore: number;
  /** Of the stage before; absent for the first stage, and where nobody was in the stage before. */
  rate: number | undefined;
  rateBefore: number | undefined;
}

/** The stages of the later period; one that the earlier period had not counts as empty there. */
export function compared(now: Slice, before: Slice): StageCompared[] {
  const was = new Map(before.stages.map((stage) => [stage.id, stage]));
  return now.stages.map((stage, index) => ({
    id: stage.id,
    name: stage.name,
    reached: stage.reached,
    reachedBefore: was.get(stage.id)?.reached ?? 0,
    rate: index === 0 ? undefined : (stage.share_of_previous ?? undefined),
    rateBefore: index === 0 ? undefined : (was.get(stage.id)?.share_of_previous ?? undefined),
  }));
}

/** The stage whose rate moved most, in points; absent when none can be compared or none moved. */
export function largestMove(stages: StageCompared[]): StageCompared | undefined {
  const moves = stages.filter((stage) => moveOf(stage) !== undefined && moveOf(stage) !== 0);
  moves.sort((a, b) => Math.abs(moveOf(b) ?? 0) - Math.abs(moveOf(a) ?? 0));
  return moves[0];
}

/** By how much the rate is higher than before, from −1 to 1. */
export function moveOf({ rate, rateBefore }: StageCompared): number | undefined {
  return rate === undefined || rateBefore === undefined ? undefined : rate - rateBefore;
}

export interface Period {
  from: string;
  until?: string;
}

const DAY_MS = 86_400_000;

/**
 * The last so many days, and as many before them. Both begin at the start of a day, so that the
 * question stays the same within a day.
 */
export function periods(days: number, now: number): { last: Period; before: Period } {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const at = (ago: number) => new Date(today - ago * DAY_MS).toISOString();
  return { last: { from: at(days) }, before: { from: at(2 * days), until: at(days) } };
}
