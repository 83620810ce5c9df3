// The value of a metric in words.

import { money } from "../accounts/money";
import type { Metric } from "../api/metrics";
import { count, points, share, text } from "../text";

export function valueInWords(
  metric: Pick<Metric, "unit" | "value">,
  currency: string | undefined,
): string {
  const { unit, value } = metric;
  if (value == null) return text.metrics.none;
  switch (unit) {
    case "share":
      return share(value);
    case "money":
      return money(value, currency);
    case "days":
    case "hours":
      return `${points(value)} ${text.metrics.units[unit]}`;
    default:
      return count(value);
  }
}

export const PERIODS = [30, 90, 365] as const;

export function readDays(said: unknown): number | undefined {
  return PERIODS.find((days) => days === said);
}
