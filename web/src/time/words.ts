// Times in words, in the reader's locale and the company's time zone.

import { useSyncExternalStore } from "react";
import { text } from "../text";

export type Precision = "instant" | "minute" | "day" | "unknown";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Up to so many days away a day is called by its name. */
const WEEKDAY_DAYS_MAX = 6;

let zone: string | undefined;

const listeners = new Set<() => void>();

/** The company's time zone, once it is known; the reader's until then. */
export function setZone(name: string | undefined): void {
  if (zone === name) return;
  zone = name;
  formats.clear();
  for (const listener of listeners) listener();
}

/** Shows times again when the zone becomes known. */
export function useZone(): void {
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => zone,
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let found = formats.get(name);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(undefined, zone ? { ...options, timeZone: zone } : options);
    formats.set(name, found);
  }
  return found;
}

function clockTime(at: number): string {
  return format("time", { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** A day of the calendar as a number, to count days apart. */
function calendarDay(at: number): number {
  const parts = format("parts", { year: "numeric", month: "numeric", day: "numeric" });
  const of = new Map(parts.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  return Date.UTC(of.get("year") ?? 0, (of.get("month") ?? 1) - 1, of.get("day") ?? 1) / DAY_MS;
}

export function isToday(at: number, now: number): boolean {
  return calendarDay(at) === calendarDay(now);
}

/** "today", "tomorrow", "Thu", "4 Mar", "4 Mar 2025". */
export function day(at: number, now: number): string {
  const days = calendarDay(at) - calendarDay(now);
  if (days === 0) return text.time.today;
  if (days === 1) return text.time.tomorrow;
  if (days === -1) return text.time.yesterday;
  if (days > 0 && days <= WEEKDAY_DAYS_MAX)
    return format("weekday", { weekday: "short" }).format(at);
  const isThisYear = Math.abs(days) < 300;
  return isThisYear
    ? format("day", { day: "numeric", month: "short" }).format(at)
    : format("year", { day: "numeric", month: "short", year: "numeric" }).format(at);
}

/** A stretch of the calendar by its first day, 2026-03-02: "2 Mar 2026" of a week, else "Mar 2026". */
export function stretch(firstDay: string, every: string | undefined): string {
  const options: Intl.DateTimeFormatOptions = { month: "short", year: "numeric", timeZone: "UTC" };
  if (every === "week") options.day = "numeric";
  // A day of the calendar, which is the same in all zones.
  return new Intl.DateTimeFormat(undefined, options).format(new Date(`${firstDay}T00:00:00Z`));
}

/** A point in time, no more precise than it is known. */
export function moment(iso: string, precision: Precision | string, now: number): string {
  const at = Date.parse(iso);
  if (precision === "unknown") return text.time.unknown;
  if (precision === "day") return day(at, now);
  return calendarDay(at) === calendarDay(now) ? clockTime(at) : `${day(at, now)} ${clockTime(at)}`;
}

/** A point in time, whole. */
export function whole(iso: string): string {
  return format("whole", { dateStyle: "full", timeStyle: "short" }).format(Date.parse(iso));
}

/** "40 m", "1 h 12 m", "3 days"; rounded down. */
export function span(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 1) return text.time.seconds(Math.max(0, Math.floor(ms / 1000)));
  if (minutes < 60) return text.time.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return text.time.hoursMinutes(hours, minutes % 60);
  return text.time.days(Math.floor(hours / 24));
}

export type Urgency = "late" | "soon" | "running" | "none";

/** What is due within this is "soon". */
const SOON_MS = HOUR_MS;

export interface Due {
  urgency: Urgency;
  /** "late 40 m", "due 14:30, 1 h 12 m left", "due tomorrow 09:30". */
  words: string;
}

/** How a clock stands; `isLate` is the server's word, which time may overtake. */
export function dueInWords(due: string | null | undefined, isLate: boolean, now: number): Due {
  if (due == null) return { urgency: "none", words: text.time.noClock };
  const at = Date.parse(due);
  const left = at - now;
  if (isLate || left <= 0)
    return { urgency: "late", words: text.time.late(span(Math.max(0, -left))) };
  if (calendarDay(at) !== calendarDay(now)) {
    return { urgency: "running", words: text.time.due(moment(due, "minute", now)) };
  }
  const words = text.time.dueWithLeft(clockTime(at), span(left));
  return { urgency: left < SOON_MS ? "soon" : "running", words };
}
