// What the place of the mirror holds.

import { text } from "../text";

export const MIRROR_TABS = [
  { name: text.mirror.title, to: "/mirror" as const },
  { name: text.feedback.title, to: "/feedback" as const },
  { name: text.attribution.title, to: "/attribution" as const },
  { name: text.insight.learned.title, to: "/learned" as const },
  { name: text.insight.alignment.title, to: "/alignment" as const },
];
