// Rules as groups of questions: how they are changed, and what each question can be.

import type { Literal, Question, Rule } from "../../api/forms";
import type { RuleNames } from "../../api/proposals";

/** A group of conditions. */
export type Group = Extract<Rule, { is: "all" | "any" }>;
export type Asking = Extract<Rule, { is: "question" }>;

export function isGroup(rule: Rule): rule is Group {
  return rule.is === "all" || rule.is === "any";
}

/** A rule as a group, so that one can add to it. */
export function grouped(rule: Rule): Group {
  return isGroup(rule) ? rule : { is: "all", parts: [rule] };
}

/** The rule with one part of a group put in place of another, or taken away. */
export function withPart(group: Group, at: number, part: Rule | undefined): Group {
  const parts = group.parts.flatMap((it, index) => (index !== at ? [it] : part ? [part] : []));
  return { ...group, parts };
}

/** What a new condition asks at first: something that is sound and true of everybody. */
export function fresh(isOfTraits: boolean, names: RuleNames | undefined): Asking {
  const first = names?.traits.find((it) => it.type === "number")?.name;
  return asking("value", isOfTraits && first ? first : "fit", names);
}

export type Type = "number" | "text" | "flag";

const SCORES: Record<string, Type> = {
  fit: "number",
  engagement: "number",
  pass: "number",
  temperature: "text",
  grade: "text",
  verdict: "text",
  reason: "text",
  stage: "text",
  motion: "text",
};

export const SCORE_NAMES = Object.keys(SCORES);

/** Of what type a name is; what it is compared with says so where nobody declared it. */
export function typeOf(name: string, names: RuleNames | undefined, values: Literal[] = []): Type {
  const declared = SCORES[name] ?? names?.traits.find((it) => it.name === name)?.type;
  if (declared === "number" || declared === "text" || declared === "flag") return declared;
  const [value] = values;
  if (typeof value === "number") return "number";
  return typeof value === "string" ? "text" : "flag";
}

/** Comparisons of a type, each with `!` before it where the opposite is asked. */
export function operatorsOf(type: Type): string[] {
  if (type === "number") return [">=", ">", "<=", "<", "==", "!="];
  return type === "text" ? ["==", "!=", "in", "!in"] : ["", "!"];
}

/** A question's comparison in one word. */
export function operatorOf({ is_not, operator }: Question): string {
  return `${is_not ? "!" : ""}${operator ?? ""}`;
}

/** The question with another comparison; its values stay where they fit. */
export function compared(question: Asking, said: string): Asking {
  const is_not = said !== "!=" && said.startsWith("!");
  const operator = (is_not ? said.slice(1) : said) || null;
  const isList = operator === "in";
  const values = question.values ?? [];
  return { ...question, is_not, operator, values: isList ? values : values.slice(0, 1) };
}

/** What a question can ask about a thing of which the charter speaks. */
export function asking(
  asked: Question["asked"],
  name: string,
  names: RuleNames | undefined,
  known: Literal[] = [],
): Asking {
  const base: Asking = {
    is: "question",
    asked,
    name,
    is_not: false,
    operator: null,
    values: [],
    within: null,
  };
  if (asked === "in_stage") return { ...base, name: "", within: "30d" };
  if (asked === "count") return { ...base, operator: ">=", values: [3] };
  if (asked !== "value") return base;
  const type = typeOf(name, names);
  if (type === "number") return { ...base, operator: ">=", values: [0] };
  return type === "text" ? { ...base, operator: "==", values: [known[0] ?? ""] } : base;
}

/** The words of which a name has one; absent where it may have any. */
export function wordsOf(name: string, names: RuleNames | undefined): string[] | undefined {
  switch (name) {
    case "temperature":
      return ["hot", "warm", "cold"];
    case "verdict":
      return ["accepted", "rejected", "recycled", "disqualified"];
    case "reason":
      return names?.reasons;
    case "stage":
      return names?.stages;
    case "motion":
      return names?.motions;
    case "grade":
      return ["A", "B", "C", "D"].flatMap((letter) => [1, 2, 3, 4].map((n) => `${letter}${n}`));
    default:
      return undefined;
  }
}

/** What each name is compared with anywhere in the charter, to be offered again. */
export function valuesInUse(rules: Rule[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  const look = (rule: Rule) => {
    if (isGroup(rule)) rule.parts.forEach(look);
    else if (rule.is === "question") {
      for (const value of rule.values ?? []) {
        if (typeof value !== "string" || value === "") continue;
        found.set(rule.name, (found.get(rule.name) ?? new Set()).add(value));
      }
    }
  };
  rules.forEach(look);
  return new Map([...found].map(([name, values]) => [name, [...values].sort()]));
}

/** What was typed as a value of a type; absent where it is none yet. */
export function literal(typed: string, type: Type): Literal | undefined {
  const trimmed = typed.trim();
  if (type !== "number") return trimmed;
  const number = Number(trimmed.replace(",", "."));
  return trimmed === "" || !Number.isFinite(number) ? undefined : number;
}

/** What was typed as a list of values; absent where one of them is none yet. */
export function literals(typed: string, type: Type): Literal[] | undefined {
  const parts = typed.split(",").filter((part) => part.trim() !== "");
  const values = parts.map((part) => literal(part, type));
  return values.length > 0 && values.every((it) => it !== undefined) ? values : undefined;
}
