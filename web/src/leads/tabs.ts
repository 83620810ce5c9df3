// What the place of leads holds.

import { text } from "../text";

export const LEAD_TABS = [
  { name: text.leads.title, to: "/leads" as const },
  { name: text.accounts.title, to: "/accounts" as const },
];
