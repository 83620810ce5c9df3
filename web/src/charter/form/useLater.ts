// A value that is shown at once while one changes it, and handed on when one pauses.

import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 350;

/** What is shown, how it is changed, and how what waits is handed on at once. */
export function useLater<T>(
  value: T,
  commit: (value: T) => void,
): [T, (next: T, isSure?: boolean) => void, () => void] {
  const [shown, setShown] = useState(value);
  const waiting = useRef<{ value: T; timer: ReturnType<typeof setTimeout> }>(undefined);
  const told = useRef(commit);
  told.current = commit;
  const key = JSON.stringify(value);
  // What comes from the file replaces what is shown, but never what somebody is changing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what it says, not which object it is
  useEffect(() => {
    if (waiting.current === undefined) setShown(value);
  }, [key]);
  const flush = () => {
    const now = waiting.current;
    if (now === undefined) return;
    clearTimeout(now.timer);
    waiting.current = undefined;
    told.current(now.value);
  };
  const set = (next: T, isSure = false) => {
    setShown(next);
    clearTimeout(waiting.current?.timer);
    waiting.current = { value: next, timer: setTimeout(() => flush(), PAUSE_MS) };
    if (isSure) flush();
  };
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);
  return [shown, set, flush];
}
