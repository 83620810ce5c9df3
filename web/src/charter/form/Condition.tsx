// One condition: what is asked, how it is compared, and with what.

import { NativeSelect, TextInput } from "@mantine/core";
import { useId } from "react";
import type { Literal, Question, Rule } from "../../api/forms";
import { text } from "../../text";
import css from "./form.module.css";
import type { Known } from "./RuleForm";
import {
  type Asking,
  asking,
  compared,
  literal,
  literals,
  operatorOf,
  operatorsOf,
  SCORE_NAMES,
  type Type,
  typeOf,
  wordsOf,
} from "./rule";
import { useLater } from "./useLater";

const words = text.form.rule;
const ASKED = ["happened", "ever", "count", "known", "in_stage"] as const;

interface Props {
  rule: Rule;
  known: Known;
  set: (rule: Rule, isSure?: boolean) => void;
  remove: (() => void) | undefined;
}

export function Condition({ rule, known, set, remove }: Props) {
  return (
    <div className={css.condition}>
      {rule.is === "question" ? (
        <Asks question={rule} known={known} set={set} />
      ) : (
        <TextInput
          size="xs"
          className={css.sentence}
          aria-label={words.text}
          value={rule.is === "text" ? rule.text : ""}
          onChange={(event) => set({ is: "text", text: event.currentTarget.value })}
        />
      )}
      {remove && (
        <button type="button" className={css.remove} aria-label={words.remove} onClick={remove}>
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}

interface AsksProps {
  question: Asking;
  known: Known;
  set: (rule: Asking, isSure?: boolean) => void;
}

function Asks({ question, known, set }: AsksProps) {
  const { names, inUse } = known;
  const { asked, name } = question;
  const type: Type = asked === "count" ? "number" : typeOf(name, names, question.values);
  const subject = asked === "value" ? `value:${name}` : asked;
  const choose = (chosen: string) => {
    const of = chosen.startsWith("value:") ? chosen.slice("value:".length) : undefined;
    if (of !== undefined) {
      const offered = wordsOf(of, names) ?? inUse.get(of);
      return set(asking("value", of, names, offered), true);
    }
    const next = chosen as Question["asked"];
    const first = next === "known" ? names?.traits[0]?.name : names?.touches[0];
    const keeps = asked !== "value" && (asked === "known") === (next === "known") && name !== "";
    set(asking(next, keeps ? name : (first ?? ""), names), true);
  };
  const operators =
    asked === "value" || asked === "count"
      ? operatorsOf(type)
      : asked === "in_stage"
        ? []
        : ["", "!"];
  const operator = operatorOf(question);
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={words.subject}
        data={subjects(known, subject)}
        value={subject}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {asked !== "value" && asked !== "in_stage" && (
        <NativeSelect
          size="xs"
          aria-label={words.name}
          data={offered(namesFor(asked, known), name)}
          value={name}
          onChange={(event) => set({ ...question, name: event.currentTarget.value }, true)}
        />
      )}
      {operators.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={words.operator}
          data={offered(operators, operator).map((value) => ({
            value,
            label: operatorWord(value, type),
          }))}
          value={operator}
          onChange={(event) => set(compared(question, event.currentTarget.value), true)}
        />
      )}
      {question.operator != null && (
        <Value question={question} type={type} known={known} set={set} />
      )}
      {asked !== "value" && asked !== "ever" && <Within question={question} set={set} />}
    </>
  );
}

function Value({ question, type, known, set }: AsksProps & { type: Type }) {
  const list = useId();
  const { name, operator } = question;
  const values = question.values ?? [];
  const isList = operator === "in";
  const take = (typed: string): Literal[] | undefined => {
    if (isList) return literals(typed, type);
    const one = literal(typed, type);
    return one === undefined ? undefined : [one];
  };
  const said = values.map(String).join(", ");
  const [shown, setShown, flush] = useLater(said, (typed) => {
    const taken = take(typed);
    if (taken) set({ ...question, values: taken }, true);
  });
  const only = question.asked === "value" ? wordsOf(name, known.names) : undefined;
  if (only && !isList) {
    return (
      <NativeSelect
        size="xs"
        aria-label={words.value}
        data={offered(only, said)}
        value={said}
        onChange={(event) => set({ ...question, values: [event.currentTarget.value] }, true)}
      />
    );
  }
  const suggested = type === "text" ? (known.inUse.get(name) ?? []) : [];
  return (
    <>
      <TextInput
        size="xs"
        className={type === "number" ? css.amount : isList ? css.sentence : css.word}
        inputMode={type === "number" && !isList ? "decimal" : "text"}
        aria-label={isList ? words.values : words.value}
        aria-invalid={take(shown) === undefined || undefined}
        list={suggested.length > 0 && !isList ? list : undefined}
        value={shown}
        onChange={(event) => setShown(event.currentTarget.value)}
        onBlur={flush}
      />
      {suggested.length > 0 && !isList && (
        <datalist id={list}>
          {suggested.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>
  );
}

function Within({ question, set }: Pick<AsksProps, "question" | "set">) {
  const isRest = question.asked === "in_stage";
  const [shown, setShown, flush] = useLater(question.within ?? "", (typed) => {
    const within = typed.trim() === "" ? null : typed.trim();
    if (within !== null || !isRest) set({ ...question, within }, true);
  });
  const label = isRest ? words.forAtLeast : words.within;
  return (
    <span className={css.within}>
      <span aria-hidden="true">{label}</span>
      <TextInput
        size="xs"
        className={css.amount}
        aria-label={label}
        placeholder={isRest ? undefined : words.withinHint}
        value={shown}
        onChange={(event) => setShown(event.currentTarget.value)}
        onBlur={flush}
      />
    </span>
  );
}

function operatorWord(operator: string, type: Type): string {
  const { operators, numbers, not } = words;
  const said = (type === "number" ? numbers[operator] : undefined) ?? operators[operator];
  return said ?? not(operators[operator.slice(1)] ?? operator.slice(1));
}

/** The words, and the one that is there where it is another. */
function offered(all: string[], now: string): string[] {
  return all.includes(now) ? all : [now, ...all];
}

function namesFor(asked: Question["asked"], { names }: Known): string[] {
  if (names === undefined) return [];
  if (asked === "known") return names.traits.map((it) => it.name);
  const facts = [...names.touches, ...names.activities];
  const kinds = [...new Set(facts.map((name) => `${name.split(".")[0]}.*`))];
  return [...facts, ...kinds];
}

interface Options {
  group: string;
  items: { value: string; label: string }[];
}

/** What may be asked about: scores, history, and traits by what they are of. */
function subjects({ names, isOfTraits }: Known, now: string): Options[] {
  const value = (name: string) => ({ value: `value:${name}`, label: name.replaceAll("_", " ") });
  const traits = new Map<string, Options["items"]>();
  for (const { name } of names?.traits ?? []) {
    const group = words.of[name.split(".")[0] ?? ""] ?? words.others;
    traits.set(group, [...(traits.get(group) ?? []), value(name)]);
  }
  const history = ASKED.map((asked) => ({ value: asked, label: words.asked[asked] }));
  const all: Options[] = [
    ...(isOfTraits ? [] : [{ group: words.scores, items: SCORE_NAMES.map(value) }]),
    ...[...traits].map(([group, items]) => ({ group, items })),
    {
      group: words.history,
      items: history.filter((it) => !isOfTraits || it.value === "known"),
    },
  ];
  const isKnown = all.some(({ items }) => items.some((it) => it.value === now));
  const [, name = now] = now.split(":");
  return isKnown ? all : [...all, { group: words.others, items: [{ value: now, label: name }] }];
}
