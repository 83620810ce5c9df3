// A page: one sentence that says it, what to do on the right, then the rest.

import { type ReactNode, useEffect } from "react";
import { text } from "../text";
import css from "./ui.module.css";

interface Props {
  title: string;
  /** What the page says at a glance; the title when it is absent. */
  sentence?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, sentence, note, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · ${text.product}`;
  }, [title]);
  return (
    <article className={css.page}>
      <header className={css.head}>
        <div className={css.headline}>
          <p className={css.kicker}>{title}</p>
          <h1>{sentence ?? title}</h1>
          {note && <div className={css.note}>{note}</div>}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </article>
  );
}

/** Keeps the room of what is still loading, so that nothing jumps. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  return (
    <div className={css.waiting} aria-busy="true" aria-live="polite">
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
        <div key={key} className={css.bone} />
      ))}
    </div>
  );
}
