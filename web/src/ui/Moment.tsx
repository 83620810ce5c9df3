// A point in time, no more precise than it is known.

import { useNow } from "../time/clock";
import { moment, useZone, whole } from "../time/words";

export function Moment({ at, precision = "minute" }: { at: string; precision?: string }) {
  useZone();
  const now = useNow();
  return (
    <time dateTime={at} title={whole(at)}>
      {moment(at, precision, now)}
    </time>
  );
}
