// Which clauses stand together in the form, and how their keys are shown.

import type { FormClause, FormField } from "../../api/forms";
import type { Wrong } from "../../file/places";
import { text } from "../../text";

const words = text.form;

export type ChapterName = keyof typeof words.chapters;

const SECTIONS: Record<Exclude<ChapterName, "rest">, string[]> = {
  fit: ["icp", "persona"],
  interest: ["engagement", "temperature", "grade"],
  stages: ["stage", "pass", "motion"],
  promises: ["promise"],
  handoffs: ["handoff", "route", "verdict"],
  targets: ["funnel", "goal"],
  pay: ["incentive", "attribution"],
};

export const CHAPTERS = Object.keys(words.chapters) as ChapterName[];

/** The clauses of a chapter, in the order of the file. */
export function clausesOf(chapter: ChapterName, clauses: FormClause[]): FormClause[] {
  const known = Object.values(SECTIONS).flat();
  const isIn = (first: string) =>
    chapter === "rest" ? !known.includes(first) : SECTIONS[chapter].includes(first);
  return clauses.filter(({ names }) => isIn(names[0] ?? ""));
}

/** A line of the form: a key, or the keys of a table in one line. */
export interface Line {
  name: string;
  /** The line of the file on which it begins. */
  line: number;
  /** Whether it is a table in one line, whose keys have names of their own. */
  isTable: boolean;
  fields: FormField[];
}

/** The lines of a clause; its id stays as it is, since other clauses name it. */
export function linesOf(clause: FormClause): Line[] {
  const lines: Line[] = [];
  for (const field of clause.fields) {
    const [name = "", below] = field.names;
    const last = lines.at(-1);
    if (below !== undefined && last?.isTable && last.name === name) last.fields.push(field);
    else if (name !== "id")
      lines.push({ name, line: field.line, isTable: below !== undefined, fields: [field] });
  }
  return lines;
}

/** What a clause is called: by its own name, its id, or its section. */
export function titleOf(clause: FormClause): string {
  const name = clause.fields.find((field) => field.names.length === 1 && field.names[0] === "name");
  const last = clause.names.at(-1) ?? "";
  if (/^\d+$/.test(last)) return words.fit(Number(last));
  return (name?.text ?? "") || words.sections[clause.at] || readable(last);
}

export function readable(name: string): string {
  const said = name.replace(/[_-]/g, " ").replace(" -> ", " → ").replace(" > ", " → ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** How a key is called. */
export function keyOf(name: string): string {
  return words.keys[name] ?? name.replace(/_/g, " ");
}

/** The words of which a key takes one; absent where it takes any. */
export function choicesOf(field: FormField, stages: string[]): string[] | undefined {
  const now = field.text ?? undefined;
  if (now === undefined) return undefined;
  const offered = (all: string[]) => (all.includes(now) ? all : [now, ...all]);
  switch (field.names.at(-1)) {
    case "side":
    case "by":
      return offered(["marketing", "sales"]);
    case "rests_in":
    case "returns_to":
      return offered(stages);
    case "from":
    case "at":
    case "count":
      return now.startsWith("stage:") ? offered(stages.map((id) => `stage:${id}`)) : undefined;
    default:
      return undefined;
  }
}

/** What is wrong from the header of a clause to that of the next. */
export function wrongIn(clause: FormClause, all: FormClause[], wrong: Wrong[]): Wrong[] {
  return wrong.filter(({ line }) => all.filter((it) => it.line <= line).at(-1) === clause);
}
