// A row for each value: its name, a drawing from 0 to 100, and what it comes to.

import type { ReactNode } from "react";
import css from "./bars.module.css";

/** How high a drawing is. */
export const BAR_HEIGHT = 20;
/** How wide the thinnest mark is, of 100. */
export const BAR_MARK = 0.6;
/** So many are drawn; the table below has all. */
const DRAWN_MAX = 12;

interface Props<T> {
  values: T[];
  name: (value: T) => string;
  draw: (value: T) => ReactNode;
  said: (value: T) => string;
  /** What the drawing means, for so many drawn of all. */
  caption: (drawn: number, all: number) => string;
}

export function ValueBars<T extends { value: string }>(props: Props<T>) {
  const { values, name, draw, said, caption } = props;
  const drawn = values.slice(0, DRAWN_MAX);
  return (
    <figure className={css.bars}>
      <ul>
        {drawn.map((it) => (
          <li key={it.value}>
            <span>{name(it)}</span>
            <svg
              aria-hidden="true"
              viewBox={`0 0 100 ${BAR_HEIGHT}`}
              preserveAspectRatio="none"
              height={BAR_HEIGHT}
            >
              {draw(it)}
            </svg>
            <b>{said(it)}</b>
          </li>
        ))}
      </ul>
      <figcaption>{caption(drawn.length, values.length)}</figcaption>
    </figure>
  );
}
