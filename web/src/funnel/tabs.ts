// What the place of the funnel holds.

import { text } from "../text";

export const FUNNEL_TABS = [
  { name: text.metrics.flow, to: "/funnel" as const },
  { name: text.metrics.title, to: "/figures" as const },
];
