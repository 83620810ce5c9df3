// A file to be changed as text: its lines are numbered, and what is wrong is marked where it stands
// and listed below. The field is the browser's own, so that undo, selection, search and screen
// readers work as everywhere.

import { type KeyboardEvent, memo, useEffect, useId, useRef, useState } from "react";
import { text } from "../text";
import { Completions } from "./Completions";
import type { Completion, Offer } from "./complete";
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
  /** What could stand where the caret is: for a line and the number of characters before it. */
  /** A line that is brought into sight, and marked. */
  shown?: number | undefined;
  complete?: ((line: string, column: number) => Completion | undefined) | undefined;
}

/** What is offered, and where. */
interface Open {
  completion: Completion;
  line: number;
  chosen: number;
}

/** From so many letters on names are offered while one types; at any time by Ctrl and space. */
const WORD_MIN = 2;
/** So many problems are listed; the rest show once these are gone. */
const LISTED_MAX = 20;

export function FileEditor(props: Props) {
  const { label, value, change, wrong, problem, linesMin = 12, complete, shown } = props;
  const [open, setOpen] = useState<Open>();
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = sheet.current?.querySelector<HTMLElement>(`[data-line="${shown}"]`);
    if (!row || !sheet.current) return;
    // Only the sheet scrolls: who fills in a form beside it stays where they are.
    const top = row.offsetTop - sheet.current.clientHeight / 3;
    sheet.current.scrollTo({ top, behavior: "instant" });
  }, [shown]);
  const offers = useId();
  const look = (isAsked: boolean) => {
    const at = field.current;
    if (!at || !complete || at.selectionStart !== at.selectionEnd) return setOpen(undefined);
    const before = at.value.slice(0, at.selectionStart).split("\n");
    const line = before.length - 1;
    const column = before[line]?.length ?? 0;
    const completion = complete(at.value.split("\n")[line] ?? "", column);
    const isWanted = completion && (isAsked || completion.word.length >= WORD_MIN);
    setOpen(isWanted ? { completion, line, chosen: 0 } : undefined);
  };
  const take = (offer: Offer) => {
    const at = field.current;
    if (!at || !open) return;
    const from = at.selectionStart - open.completion.word.length;
    at.focus();
    at.setSelectionRange(from, at.selectionStart);
    // So that it can be undone as what was typed.
    const isTyped = document.execCommand("insertText", false, offer.name);
    if (!isTyped) change(value.slice(0, from) + offer.name + value.slice(at.selectionEnd));
    setOpen(undefined);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      return look(true);
    }
    if (!open) return;
    const { length } = open.completion.offers;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const offer = open.completion.offers[open.chosen];
    if (step !== 0) setOpen({ ...open, chosen: (open.chosen + step + length) % length });
    else if ((event.key === "Enter" || event.key === "Tab") && offer) take(offer);
    else if (event.key === "Escape") setOpen(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
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
      <div className={css.sheet} ref={sheet}>
        <div className={css.rows} aria-hidden="true">
          {lines.map((line, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
              key={index}
              number={index + 1}
              line={line}
              wrong={at.get(index + 1)}
              isShown={index + 1 === shown}
            />
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
          aria-autocomplete={complete ? "list" : undefined}
          aria-controls={open ? offers : undefined}
          aria-activedescendant={open ? `${offers}-${open.chosen}` : undefined}
          onChange={(event) => {
            change(event.currentTarget.value);
            look(false);
          }}
          onKeyDown={press}
          onClick={() => setOpen(undefined)}
          onBlur={() => setOpen(undefined)}
        />
        {open && (
          <Completions
            id={offers}
            offers={open.completion.offers}
            chosen={open.chosen}
            line={open.line}
            column={open.completion.column}
            take={take}
          />
        )}
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
  isShown: boolean;
}

const Row = memo(
  function Row({ number, line, wrong, isShown }: RowProps) {
    const parts = wrong && markedAt(line, wrong.column);
    return (
      <div className={css.row} data-line={number} data-shown={isShown || undefined}>
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
    before.isShown === after.isShown &&
    before.wrong?.column === after.wrong?.column,
);
