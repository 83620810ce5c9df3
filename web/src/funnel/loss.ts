// The largest loss of a funnel against what was agreed.

import type { Funnel } from "../api/queries";

export type Slice = Funnel["whole"];

export interface Loss {
  from: string;
  to: string;
  actual: number;
  /** Absent where nothing is agreed. */
  agreed: number | undefined;
}

/** The stage that falls shortest of its agreed rate, as a share of that rate. */
export function largestLoss(slice: Slice): Loss | undefined {
  const name = (id: string) => slice.stages.find((stage) => stage.id === id)?.name ?? id;
  let found: (Loss & { short: number }) | undefined;
  for (const stage of slice.stages) {
    const { target } = stage;
    if (!target || target.actual == null || target.rate <= 0) continue;
    const short = 1 - target.actual / target.rate;
    if (short > 0 && (found === undefined || short > found.short)) {
      const { actual, rate: agreed } = target;
      found = { from: name(target.from), to: stage.name, actual, agreed, short };
    }
  }
  return found;
}

export function hasTargets(slice: Slice): boolean {
  return slice.stages.some((stage) => stage.target?.actual != null);
}

/** Without a target: where the most leads are lost from one stage to the next. */
export function steepest(slice: Slice): Loss | undefined {
  let found: (Loss & { lost: number }) | undefined;
  slice.stages.forEach((stage, index) => {
    const before = slice.stages[index - 1];
    if (before === undefined || stage.share_of_previous == null) return;
    const lost = before.reached - stage.reached;
    if (found === undefined || lost > found.lost) {
      const actual = stage.share_of_previous;
      found = { from: before.name, to: stage.name, actual, agreed: undefined, lost };
    }
  });
  return found;
}
