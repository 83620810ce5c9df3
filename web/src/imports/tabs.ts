// What the place of data holds.

import { text } from "../text";

export const DATA_TABS = [
  { name: text.imports.title, to: "/imports" as const },
  { name: text.findings.title, to: "/findings" as const },
];
