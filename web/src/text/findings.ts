// What an audit of the data says around its findings, which the server puts into words.

import { count } from "./numbers";

export const findingsText = {
  title: "Audit",
  sentence: "What happened to your leads, whatever any charter says.",
  page: "As a page to share",
  nothing: "Nothing can be said of how these leads fared; the reasons follow.",
  also: "Also",
  cannotSay: "What this data cannot say",
  // What a column is called is said by a flag on the command line alone.
  needed: (needs: string) => `Needed: ${needs.replace(/ \(--[^)]*\)/g, "")}.`,
  all: (n: number, unit: string) => `${count(n)} ${n === 1 ? unit.replace(/s$/, "") : unit}`,
  between: (from: string, to: string) => `came between ${from} and ${to}`,
  busiest: (n: number) => `At most ${count(n)} of them in one of these parts of the time.`,
  list: (name: string) => name.charAt(0).toUpperCase() + name.slice(1),
  of: (n: number, of: number) => `${count(n)} of ${count(of)}`,
  few: "few",
  more: (n: number) => `and ${count(n)} more`,
  unknown: "not known",
  pairs: (by: string) => `By ${by}: of those who came, above those who bought`,
  sent: "who came",
  won: "who bought",
};
