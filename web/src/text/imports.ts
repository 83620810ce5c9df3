// What imports say.

import { count } from "./numbers";

const rows = (n: number) => (n === 1 ? "1 row" : `${count(n)} rows`);
const facts = (n: number) => (n === 1 ? "1 fact" : `${count(n)} facts`);
const leads = (n: number) => (n === 1 ? "1 lead" : `${count(n)} leads`);
const files = (n: number) => (n === 1 ? "1 file" : `${count(n)} files`);

export const importsText = {
  title: "Import",
  sentence: (n: number) =>
    n === 0 ? "Drop your exports here; nothing is recorded before you say so." : "Bring files in.",
  one: (id: number) => `Import ${id}`,
  drop: "Drop files here",
  dropHint: "Exports as CSV, Excel, JSON or XES, packed or not, up to 2 GiB each.",
  choose: "Choose files",
  add: "Add files",
  uploading: (name: string) => `Uploading ${name} …`,
  before: "Imports so far",
  files: "Files",
  size: "Size",
  remove: "Remove",
  removed: "The import is removed; what it recorded stays.",
  who: "By",
  opened: "Opened",
  state: "State",
  states: {
    open: "not run yet",
    running: "running",
    done: "done",
    failed: "failed",
    broken_off: "broken off",
  } as Record<string, string>,
  sentences: {
    open: "Say what the columns mean, look at what would happen, then import.",
    running: "It is being imported.",
    done: "It is imported.",
    failed: "It failed; run it again, nothing is recorded twice.",
    broken_off: "The server stopped meanwhile; run it again, nothing is recorded twice.",
  } as Record<string, string>,
  meaning: "What the columns mean",
  reading: "Looking at the files …",
  product: (name: string) => `an export of ${name}`,
  column: "Column",
  samples: "Samples",
  guesses: "What was guessed",
  fileOf: (name: string, n: number, isWhole: boolean) =>
    `${name}, ${isWhole ? "" : "more than "}${rows(n)}`,
  notRead: (name: string) => `${name} is left out`,
  questions: "Where you know better",
  answer: "Look again with this",
  mapping: "The mapping",
  mappingHint:
    "What is above, as a file. Change it by hand where it is wrong; it is kept with the import.",
  keep: "Keep the mapping",
  kept: "The mapping is kept.",
  preview: "See what would happen",
  previewed: (n: number) => `The first ${rows(n)} of each file, tried out; nothing is recorded.`,
  run: "Import",
  again: "Import again",
  running: (file: string | null | undefined, n: number) =>
    `${file ? `${file}: ` : ""}${rows(n)} read`,
  report: "What became of it",
  wouldBe: "What would become of it",
  new: {
    leads: "new leads",
    accounts: "new accounts",
    opportunities: "new opportunities",
    linked: "leads linked to accounts",
    settled: "leads about whom something was decided",
  },
  rowsRead: "Rows",
  rowsRejected: "Rejected",
  factsNew: "New facts",
  factsKnown: "Known already",
  rejects: "Rows to correct",
  rejectsFirst: (n: number) => `The first ${count(n)} are listed.`,
  download: "Download them with their reasons",
  line: "Line",
  reason: "Why",
  help: "What to do",
  absent: (names: string) => `The mapping names files that are not here: ${names}.`,
  summary: (n: number) => files(n),
  back: {
    title: "Take it back",
    hint: "What only this import brought can be taken back. Nothing is deleted; importing it again brings it back.",
    look: "See what that comes to",
    nothing: (gone: number) =>
      gone > 0 ? "All of it was taken back before." : "It brought nothing that others had not.",
    would: (it: { facts: number; leads: number; leads_gone: number; leads_worked: number }) =>
      `${facts(it.facts)} would be taken back, and ${leads(it.leads)} change: ${count(it.leads_gone)} would be leads no longer, and people wrote about ${count(it.leads_worked)} of them since.`,
    leave: "Leave it",
    take: (n: number) => `Take back ${facts(n)}`,
    done: (n: number) => `${facts(n)} taken back.`,
  },
};
