// The places of the app. A place without a working screen is not here.

import type { text } from "../text";

export interface Place {
  id: keyof typeof text.places;
  to: "/" | "/inbox" | "/leads" | "/funnel" | "/mirror" | "/charter" | "/imports" | "/settings";
  /** The key after `g`. */
  key: string;
  /** It stands apart, below the places where both teams work. */
  isBelow?: true;
  /** The permission without which it is not shown. */
  needs?: string;
}

export const PLACES: Place[] = [
  { id: "today", to: "/", key: "t" },
  { id: "inbox", to: "/inbox", key: "i" },
  { id: "leads", to: "/leads", key: "l" },
  { id: "funnel", to: "/funnel", key: "f" },
  { id: "mirror", to: "/mirror", key: "m" },
  { id: "charter", to: "/charter", key: "c" },
  { id: "imports", to: "/imports", key: "d", isBelow: true, needs: "imports.run" },
  { id: "settings", to: "/settings", key: "s", isBelow: true },
];

/** The places that somebody with these permissions sees. */
export function placesOf(permissions: readonly string[]): Place[] {
  return PLACES.filter(({ needs }) => needs === undefined || permissions.includes(needs));
}
