// The server's clock, as well as it is known here: times are shown by it, never by the reader's.

import { useEffect, useState } from "react";

let aheadMs = 0;

/** Takes the server's time from an answer that has just come. */
export function setServerTime(now: string): void {
  const at = Date.parse(now);
  if (Number.isFinite(at)) aheadMs = at - Date.now();
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + aheadMs;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** Below this much time left a clock ticks by the second. */
const TICKS_FAST_BELOW_MS = 5 * MINUTE_MS;

/** The time now; ticks by the minute, by the second when `due` is less than five minutes away. */
export function useNow(due?: string | null): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = serverNow();
      setNow(at);
      const left = due == null ? Number.POSITIVE_INFINITY : Date.parse(due) - at;
      const every = left > 0 && left < TICKS_FAST_BELOW_MS ? SECOND_MS : MINUTE_MS;
      timer = setTimeout(tick, every - (at % every));
    };
    tick();
    return () => clearTimeout(timer);
  }, [due]);
  return now;
}
