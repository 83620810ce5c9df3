// A file to be changed as text: its lines are numbered, and what is wrong is marked where it stands
// and listed below. The field is the browser's own, so that undo, selection, search and screen
// readers work as everywhere.

import { memo, useId, useRef } from "react";
import { text } from "../text";
import css from "./file.module.css";
import { markedAt, offsetOf, type Wrong } from "./places";

interface Props {
  label: string;
  value: string;
  change: (value: string) => void;
  wrong: Wrong[];
  /** What is listed first of what is wrong. */
  problem?: string | undefined;
  /** Lines that are shown at least. */
  linesMin?: number;
}

/** So many problems are listed; the rest show once these are gone. */
const LISTED_MAX = 20;

export function FileEditor({ label, value, change, wrong, problem, linesMin = 12 }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const lines = value.split("\n");
  const at = new Map(wrong.map((it) => [it.line, it]));
  const go = (to: Wrong) => {
    const offset = offsetOf(value, to);
    field.current?.focus();
    field.current?.setSelectionRange(offset, offset);
    const row = field.current?.parentElement?.querySelector(`[data-line="${to.line}"]`);
    row?.scrollIntoView({ block: "center" });
  };
  return (
    <div className={css.editor}>
      <div className={css.sheet}>
        <div className={css.rows} aria-hidden="true">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <Row key={index} number={index + 1} line={line} wrong={at.get(index + 1)} />
          ))}
          {Array.from({ length: Math.max(0, linesMin - lines.length) }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty lines are all the same
            <div key={`empty-${index}`} className={css.row}>
              <span className={css.number} />
              <span className={css.line}> </span>
            </div>
          ))}
        </div>
        <textarea
          ref={field}
          className={css.field}
          aria-label={label}
          aria-invalid={wrong.length > 0 || undefined}
          aria-describedby={list}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          value={value}
          onChange={(event) => change(event.currentTarget.value)}
        />
      </div>
      <div id={list} className={css.wrong} role="status">
        {problem && <p>{problem}</p>}
        <ul>
          {wrong.slice(0, LISTED_MAX).map((it) => (
            <li key={`${it.line}:${it.column}:${it.reason}`}>
              <button type="button" onClick={() => go(it)}>
                {text.file.line(it.line)}
              </button>
              <span>{it.reason}</span>
            </li>
          ))}
        </ul>
        {wrong.length > LISTED_MAX && <p>{text.file.more(wrong.length - LISTED_MAX)}</p>}
      </div>
    </div>
  );
}

interface RowProps {
  number: number;
  line: string;
  wrong: Wrong | undefined;
}

const Row = memo(
  function Row({ number, line, wrong }: RowProps) {
    const parts = wrong && markedAt(line, wrong.column);
    return (
      <div className={css.row} data-line={number}>
        <span className={css.number} data-wrong={wrong !== undefined || undefined}>
          {number}
        </span>
        <span className={css.line}>
          {parts ? (
            <>
              {parts.before}
              <mark>{parts.marked}</mark>
              {parts.after}
            </>
          ) : (
            line || " "
          )}
        </span>
      </div>
    );
  },
  (before, after) =>
    before.line === after.line &&
    before.number === after.number &&
    before.wrong?.column === after.wrong?.column,
);
