// What the place of the funnel holds.

import { text } from "../text";

export const FUNNEL_TABS = [
  { name: text.metrics.flow, to: "/funnel" as const },
  { name: text.insight.cohorts.title, to: "/cohorts" as const },
  { name: text.insight.plan.title, to: "/planner" as const },
  { name: text.coverage.title, to: "/coverage" as const },
  { name: text.metrics.title, to: "/figures" as const },
  { name: text.insight.periods.title, to: "/periods" as const },
  { name: text.insight.two.title, to: "/two-figures" as const },
];
