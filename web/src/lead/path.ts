// The way of a lead through the stages of the path, in its present pass.

import type { Charter, LeadPage } from "../api/queries";

export interface Step {
  id: string;
  name: string;
  side: string;
  /** When it was entered in this pass; absent when it was passed over or lies ahead. */
  at: string | undefined;
  precision: string;
  isHere: boolean;
  /** The first stage of the other side: the hand-off. */
  isSeam: boolean;
}

export function steps(charter: Charter, page: LeadPage): Step[] {
  const beside = new Set(charter.verdicts.map((verdict) => verdict.rests_in?.id));
  const path = charter.stages.filter((stage) => !beside.has(stage.id));
  const pass = page.lead?.pass ?? 0;
  const entered = new Map(
    page.decisions
      .filter((decision) => decision.what === "stage_entered" && decision.pass === pass)
      .map((decision) => [decision.target, decision]),
  );
  return path.map((stage, index) => {
    const before = path[index - 1];
    return {
      ...stage,
      at: entered.get(stage.id)?.at,
      precision: entered.get(stage.id)?.precision ?? "unknown",
      isHere: page.lead?.stage?.id === stage.id,
      isSeam: before !== undefined && before.side !== stage.side,
    };
  });
}
