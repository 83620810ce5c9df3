// The places of the app. A place without a working screen is not here.

import type { text } from "../text";

export interface Place {
  id: keyof typeof text.places;
  to: "/" | "/inbox" | "/leads" | "/funnel" | "/mirror" | "/charter" | "/settings";
  /** The key after `g`. */
  key: string;
  /** It stands apart, below the places where both teams work. */
  isBelow?: true;
}

export const PLACES: Place[] = [
  { id: "today", to: "/", key: "t" },
  { id: "inbox", to: "/inbox", key: "i" },
  { id: "leads", to: "/leads", key: "l" },
  { id: "funnel", to: "/funnel", key: "f" },
  { id: "mirror", to: "/mirror", key: "m" },
  { id: "charter", to: "/charter", key: "c" },
  { id: "settings", to: "/settings", key: "s", isBelow: true },
];
