// What coverage says.

import { count } from "./numbers";

export const coverageText = {
  title: "Coverage",
  figure: "Show",
  figures: {
    open: "Open leads",
    leads: "All leads",
    with_sales: "With sales",
    unassigned: "With nobody",
    won: "Won",
  } as Record<string, string>,
  map: "Territories by segments",
  legend: "▲: the people there have no room left. Each number opens its leads.",
  unknown: "not known",
  none: "No lead has begun yet.",
  noneHint: "Coverage needs leads, and where they are from.",
  capacity: "Load and capacity",
  columns: {
    cell: "Territory and segment",
    people: "People",
    load: "They have",
    capacity: "They can have",
    campaigns: "Campaigns",
  },
  full: "no room left",
  unbounded: "not bounded",
  committees: "Buying committees of target accounts",
  account: "Account",
  missing: "Missing next",
  complete: "complete",
  listed: (n: number, all: number) => `The first ${count(n)} of ${count(all)} are listed.`,
  opened: (territory: string, segment: string, figure: string) =>
    `${territory}, ${segment}: ${figure}`,
};
