// When a month begins and ends in a time zone.

/** The instant at which a day begins in a zone, as RFC 3339 in UTC. */
export function dayBegins(
  year: number,
  month: number,
  day: number,
  zone: string | undefined,
): string {
  const wanted = Date.UTC(year, month - 1, day);
  // What the clocks of the zone show at an instant, as if it were UTC.
  const parts = new Intl.DateTimeFormat("en-US", {
    ...(zone ? { timeZone: zone } : {}),
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const shown = (at: number) => {
    const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
    const [y, mo, d] = [Number(of["year"]), Number(of["month"]) - 1, Number(of["day"])];
    return Date.UTC(y, mo, d, Number(of["hour"]), Number(of["minute"]), Number(of["second"]));
  };
  // Once more, where the clocks change between the guess and the day's beginning.
  const guess = wanted - (shown(wanted) - wanted);
  return new Date(guess - (shown(guess) - wanted)).toISOString();
}

/** The instants between which a month lies, said as 2026-10; absent where it is none. */
export function monthSpan(
  said: string,
  zone: string | undefined,
): { from: string; until: string } | undefined {
  const read = /^(\d{4})-(\d{2})$/.exec(said);
  const [year, month] = [Number(read?.[1]), Number(read?.[2])];
  if (!read || month < 1 || month > 12) return undefined;
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return { from: dayBegins(year, month, 1, zone), until: dayBegins(nextYear, next, 1, zone) };
}

/** The month before the one in which an instant lies, as 2026-10. */
export function monthBefore(now: number): string {
  const at = new Date(now);
  const before = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 1, 1));
  return before.toISOString().slice(0, 7);
}
