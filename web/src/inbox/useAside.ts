// What somebody put aside, for as long as it lasts.

import { useEffect, useState } from "react";
import { serverNow } from "../time/clock";
import { type Aside, keepAside, keptAside } from "./snooze";

interface Kept {
  all: Aside;
  /** Puts a lead aside until then, or brings it back. */
  put: (lead: string, until: number | undefined) => void;
  clear: () => void;
}

export function useAside(handle: string | undefined): Kept {
  const [all, setAll] = useState<Aside>({});
  useEffect(() => {
    if (handle !== undefined) setAll(keptAside(handle, serverNow()));
  }, [handle]);
  const set = (change: (before: Aside) => Aside) => {
    if (handle === undefined) return;
    // From what is kept, since another window may have changed it.
    const next = change(keptAside(handle, serverNow()));
    keepAside(handle, next);
    setAll(next);
  };
  return {
    all,
    put: (lead, until) =>
      set(({ [lead]: _, ...rest }) => (until === undefined ? rest : { ...rest, [lead]: until })),
    clear: () => set(() => ({})),
  };
}
