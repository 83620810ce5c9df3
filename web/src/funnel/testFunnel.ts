// A small funnel for tests.

import type { Funnel } from "../api/queries";
import type { Slice } from "./loss";

type Stage = Slice["stages"][number];

export function stage(id: string, reached: number, share: number | null = null): Stage {
  return {
    id,
    name: id.toUpperCase(),
    side: "marketing",
    reached,
    entered: reached,
    waiting: 0,
    share_of_previous: share,
    share_of_first: null,
    certainty: "exact",
  };
}

export function slice(stages: Stage[], value?: string): Slice {
  return {
    leads: stages[0]?.reached ?? 0,
    stages,
    beside: [],
    velocities: [],
    ...(value === undefined ? {} : { value }),
  };
}

export function funnel(whole: Slice, slices: Slice[] = []): Funnel {
  return {
    as_of: {
      now: "2027-03-04T10:00:00Z",
      charter_adopted_at: "2027-01-01T00:00:00Z",
      is_trial: false,
      leads_waiting_to_settle: 0,
    },
    disorders: 0,
    unit: "leads",
    whole,
    slices,
  };
}
