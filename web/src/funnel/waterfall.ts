// From one figure to another, cause by cause.

import type { Reconciliation } from "../api/insight";
import { count } from "../text";

type Cause = Reconciliation["causes"][number];

export interface Step {
  value: string;
  /** Where it begins and ends. */
  from: number;
  to: number;
  /** Whether it is one of the two figures. */
  isWhole: boolean;
  said: string;
}

/** The first figure, each cause from where the one before ended, and the other figure. */
export function steps(data: Reconciliation, [first, other]: [string, string]): Step[] {
  const whole = (value: string, n: number) => ({
    value,
    from: 0,
    to: n,
    isWhole: true,
    said: count(n),
  });
  let at = data.first;
  const causes = data.causes.map(({ meaning, change }) => {
    const from = at;
    at += change;
    const said = change === 0 ? "±0" : `${change > 0 ? "+" : "−"}${count(Math.abs(change))}`;
    return { value: meaning, from, to: at, isWhole: false, said };
  });
  return [whole(first, data.first), ...causes, whole(other, data.other)];
}

/** The cause that explains most; of those that change nothing, the one that exchanges most. */
export function largest(causes: Cause[]): Cause | undefined {
  return [...causes].sort(
    (a, b) => Math.abs(b.change) - Math.abs(a.change) || b.added + b.removed - a.added - a.removed,
  )[0];
}
