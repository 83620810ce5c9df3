// The places of the app. A place without a working screen is not here.

import type { text } from "../text";

export interface Place {
  id: keyof typeof text.places;
  to:
    | "/"
    | "/inbox"
    | "/leads"
    | "/funnel"
    | "/mirror"
    | "/charter"
    | "/imports"
    | "/findings"
    | "/settings"
    | "/start";
  /** The key after `g`. */
  key: string;
  /** It stands apart, below the places where both teams work. */
  isBelow?: true;
  /** The permission without which it is not shown. */
  needs?: string;
  /** The permission with which another place is shown instead. */
  lacks?: string;
}

export const PLACES: Place[] = [
  { id: "today", to: "/", key: "t" },
  { id: "inbox", to: "/inbox", key: "i" },
  { id: "leads", to: "/leads", key: "l" },
  { id: "funnel", to: "/funnel", key: "f" },
  { id: "mirror", to: "/mirror", key: "m" },
  { id: "charter", to: "/charter", key: "c" },
  { id: "imports", to: "/imports", key: "d", isBelow: true, needs: "imports.run" },
  // Whoever brings nothing in still reads what the data says.
  { id: "findings", to: "/findings", key: "d", isBelow: true, lacks: "imports.run" },
  { id: "settings", to: "/settings", key: "s", isBelow: true },
];

/** Where Tandem is set up; a place until that is done. */
export const START: Place = { id: "start", to: "/start", key: "0", needs: "charters.adopt" };

/** The places that somebody with these permissions sees. */
export function placesOf(permissions: readonly string[], isStarting = false): Place[] {
  const may = (permission: string) => permissions.includes(permission);
  const fits = ({ needs, lacks }: Place) =>
    (needs === undefined || may(needs)) && (lacks === undefined || !may(lacks));
  return [...(isStarting ? [START] : []), ...PLACES].filter(fits);
}
