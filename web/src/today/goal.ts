// What there is to say of a goal.

import { money } from "../accounts/money";
import type { Goal } from "../api/goals";
import { count, share } from "../text";

export type GoalState = "ahead_of_it" | "before" | "behind" | "over";

/** Whether its time has not begun, more of its time is over than there is of it, or less. */
export function stateOf(goal: Pick<Goal, "attained" | "elapsed">): GoalState {
  if (goal.elapsed <= 0) return "ahead_of_it";
  if (goal.elapsed >= 1) return "over";
  return (goal.attained ?? 0) < goal.elapsed ? "behind" : "before";
}

/** A value in its unit. */
export function amountOf(goal: Pick<Goal, "unit">, value: number, currency: string): string {
  if (goal.unit === "money") return money(value, currency);
  return goal.unit === "share" ? share(value) : count(value);
}

/** "new-revenue-q1" is "new revenue q1". */
export function goalName(id: string): string {
  return id.replaceAll(/[-_]/g, " ");
}
