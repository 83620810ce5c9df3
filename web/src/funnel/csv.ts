// The funnel as a file for spreadsheets: a row for each stage of each slice, the whole first.

import type { Funnel } from "../api/queries";

const HEAD = [
  "slice",
  "stage",
  "side",
  "reached",
  "entered",
  "waiting",
  "share_of_previous",
  "share_of_first",
  "agreed_rate",
  "actual_rate",
  "certainty",
];

/** RFC 4180, with a line about what it is of on top; shares are numbers from 0 to 1. */
export function asCsv(data: Funnel): string {
  const rows = [data.whole, ...data.slices].flatMap((slice, index) =>
    slice.stages.map((stage) => [
      index === 0 ? "all" : (slice.value ?? ""),
      stage.name,
      stage.side,
      stage.reached,
      stage.entered,
      stage.waiting,
      stage.share_of_previous ?? "",
      stage.share_of_first ?? "",
      stage.target?.rate ?? "",
      stage.target?.actual ?? "",
      stage.certainty,
    ]),
  );
  const beside = data.whole.beside.map((stage) => {
    const row: (string | number)[] = ["all", stage.name, stage.side, "", stage.entered];
    return [...row, stage.resting, "", "", "", "", ""];
  });
  return [HEAD, ...rows, ...beside].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Quoted where it must be; what a spreadsheet would run as a formula is put as text. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What the file is called: what it is of, and of when. */
export function nameOf(data: Funnel, now: number): string {
  const by = data.by ? `-by-${data.by.replace(/[^a-z0-9]+/gi, "-")}` : "";
  const at = data.as_known ? Date.parse(data.as_known) : now;
  return `funnel${by}-${new Date(at).toISOString().slice(0, 10)}.csv`;
}
