// The sections of the settings, and who sees them.

import type { text } from "../text";

type Name = keyof typeof text.settings.names;

export interface Section {
  name: Name;
  to:
    | "/settings"
    | "/settings/people"
    | "/settings/teams"
    | "/settings/roster"
    | "/settings/tokens"
    | "/settings/write-keys"
    | "/settings/webhooks"
    | "/settings/outbox"
    | "/settings/audit"
    | "/settings/workspace";
  group: keyof typeof text.settings.groups;
  /** The permission without which it is not shown; absent: it is everybody's. */
  needs?: string;
}

export const SECTIONS: Section[] = [
  { name: "mine", to: "/settings", group: "you" },
  { name: "tokens", to: "/settings/tokens", group: "you", needs: "tokens.make" },
  { name: "people", to: "/settings/people", group: "company", needs: "users.read" },
  { name: "teams", to: "/settings/teams", group: "company", needs: "users.read" },
  { name: "roster", to: "/settings/roster", group: "company", needs: "settings.read" },
  { name: "workspace", to: "/settings/workspace", group: "company", needs: "workspace.edit" },
  {
    name: "write-keys",
    to: "/settings/write-keys",
    group: "connected",
    needs: "write_keys.manage",
  },
  { name: "webhooks", to: "/settings/webhooks", group: "connected", needs: "webhooks.manage" },
  { name: "outbox", to: "/settings/outbox", group: "watch", needs: "operations.read" },
  { name: "audit", to: "/settings/audit", group: "watch", needs: "audit.read" },
];

/** The sections that somebody with these permissions sees. */
export function seenBy(permissions: readonly string[]): Section[] {
  return SECTIONS.filter(({ needs }) => needs === undefined || permissions.includes(needs));
}

/** The section at an address; a slash at its end changes nothing. */
export function sectionAt(path: string): Section | undefined {
  const clean = path.replace(/\/+$/, "");
  return SECTIONS.find(({ to }) => to === clean);
}
