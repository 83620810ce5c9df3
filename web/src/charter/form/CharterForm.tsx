// The charter as a form, a chapter at a time: its clauses with their keys, and rules as conditions.

import { NativeSelect } from "@mantine/core";
import { Fragment, useMemo, useState } from "react";
import type { Edit, FormClause } from "../../api/forms";
import type { RuleNames } from "../../api/proposals";
import type { Wrong } from "../../file/places";
import { text } from "../../text";
import {
  CHAPTERS,
  type ChapterName,
  clausesOf,
  keyOf,
  type Line,
  linesOf,
  readable,
  titleOf,
  wrongIn,
} from "./chapters";
import { Field } from "./Fields";
import css from "./form.module.css";
import { type Known, RuleForm } from "./RuleForm";
import { valuesInUse } from "./rule";
import type { InStep } from "./useForm";

const words = text.form;
/** Sections whose rules speak of traits only. */
const OF_TRAITS = ["icp", "persona", "unit", "route"];

interface Props {
  inStep: InStep;
  names: RuleNames | undefined;
  wrong: Wrong[];
  /** Told which line of the file somebody looks at. */
  look: (line: number) => void;
}

export function CharterForm({ inStep, names, wrong, look }: Props) {
  const [chapter, setChapter] = useState<ChapterName>("fit");
  const { clauses, isBehind, problem, edit } = inStep;
  const inUse = useMemo(
    () => valuesInUse((clauses ?? []).flatMap((it) => it.fields.flatMap((f) => f.rule ?? []))),
    [clauses],
  );
  if (clauses === undefined) {
    return isBehind ? <p role="status">{words.toMend}</p> : <div aria-busy="true" />;
  }
  const shown = clausesOf(chapter, clauses);
  const lastFit = shown.filter((clause) => clause.names[1] === "fit").at(-1);
  return (
    <section className={css.form} aria-label={words.label} data-behind={isBehind || undefined}>
      <nav className={css.chapters} aria-label={words.chapter}>
        {CHAPTERS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === chapter}
            data-wrong={
              clausesOf(name, clauses).some((it) => wrongIn(it, clauses, wrong).length > 0) ||
              undefined
            }
            onClick={() => setChapter(name)}
          >
            {words.chapters[name]}
          </button>
        ))}
      </nav>
      <NativeSelect
        className={css.chapterChoice}
        aria-label={words.chapter}
        data={CHAPTERS.map((name) => ({ value: name, label: words.chapters[name] }))}
        value={chapter}
        onChange={(event) => setChapter(event.currentTarget.value as ChapterName)}
      />
      {isBehind && (
        <p role="status" className={css.behind}>
          {words.toMend}
        </p>
      )}
      {problem && (
        <p role="alert" className={css.wrong}>
          {problem}
        </p>
      )}
      {shown.length === 0 && <p className={css.quiet}>{words.none}</p>}
      {shown.map((clause) => (
        <Fragment key={clause.at}>
          <Clause
            clause={clause}
            known={{ names, inUse, isOfTraits: OF_TRAITS.includes(clause.names[0] ?? "") }}
            wrong={wrongIn(clause, clauses, wrong)}
            edit={edit}
            look={look}
          />
          {clause === lastFit && <AddFit edit={edit} />}
        </Fragment>
      ))}
    </section>
  );
}

function AddFit({ edit }: { edit: (edits: Edit[]) => void }) {
  return (
    <button
      type="button"
      className={css.add}
      onClick={() =>
        edit([
          {
            do: "add",
            at: "icp.fit",
            keys: [
              { name: "when", value: "known('account.industry')" },
              { name: "points", value: 5 },
            ],
          },
        ])
      }
    >
      {words.addFit}
    </button>
  );
}

interface ClauseProps {
  clause: FormClause;
  known: Known;
  wrong: Wrong[];
  edit: (edits: Edit[]) => void;
  look: (line: number) => void;
}

function Clause({ clause, known, wrong, edit, look }: ClauseProps) {
  const lines = linesOf(clause);
  const title = titleOf(clause);
  const side = clause.fields.find((it) => ["side", "by"].includes(it.names[0] ?? ""))?.text;
  const isFit = clause.names[1] === "fit";
  return (
    <fieldset className={css.clause} data-side={side ?? undefined}>
      <legend>{title}</legend>
      {isFit && (
        <button
          type="button"
          className={css.remove}
          aria-label={words.removeClause(title)}
          onClick={() => edit([{ do: "remove", at: clause.at }])}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
      {wrong
        .filter((it) => !lines.some(({ line }) => line === it.line))
        .map((it) => (
          <p key={it.reason} role="alert" className={css.wrong}>
            {it.reason}
          </p>
        ))}
      {lines.map((line) => (
        <OneLine
          key={`${line.name}-${line.line}`}
          line={line}
          known={known}
          wrong={wrong.filter((it) => it.line === line.line)}
          edit={edit}
          look={() => look(line.line)}
        />
      ))}
    </fieldset>
  );
}

interface LineProps {
  line: Line;
  known: Known;
  wrong: Wrong[];
  edit: (edits: Edit[]) => void;
  look: () => void;
}

function OneLine({ line, known, wrong, edit, look }: LineProps) {
  const stages = known.names?.stages ?? [];
  const [first] = line.fields;
  const isRule = first !== undefined && ["when", "enter"].includes(first.names.at(-1) ?? "");
  return (
    <div className={css.line} data-rule={isRule || undefined} onFocusCapture={look}>
      <span className={css.key}>{line.isTable ? readable(line.name) : keyOf(line.name)}</span>
      <div className={css.values}>
        {isRule && first ? (
          <RuleForm
            at={first.at}
            rule={first.rule ?? undefined}
            written={first.text ?? ""}
            known={known}
            edit={edit}
          />
        ) : (
          line.fields.map((field) => (
            <span key={field.at} className={css.value}>
              {line.isTable && <span aria-hidden="true">{keyOf(field.names.at(-1) ?? "")}</span>}
              <Field
                field={field}
                label={field.names.map(keyOf).join(" ")}
                stages={stages}
                isWrong={wrong.length > 0}
                edit={edit}
              />
            </span>
          ))
        )}
      </div>
      {wrong.map((it) => (
        <p key={it.reason} role="alert" className={css.wrong}>
          {it.reason}
        </p>
      ))}
    </div>
  );
}
