// For each value a bar of how many were refused, with the interval that says how sure that is.

import type { Feedback } from "../api/feedback";
import { text } from "../text";
import css from "./feedback.module.css";

const words = text.feedback;
const HEIGHT = 20;
/** How wide the line of an interval is at least, of 100. */
const LINE = 0.6;
/** So many are drawn; the table has all. */
const DRAWN_MAX = 12;

export function Refusals({ values }: { values: Feedback["values"] }) {
  const drawn = values.slice(0, DRAWN_MAX);
  return (
    <figure className={css.bars}>
      <ul>
        {drawn.map((it) => {
          const low = (it.share_refused_low ?? 0) * 100;
          const high = (it.share_refused_high ?? 0) * 100;
          return (
            <li key={it.value}>
              <span>{it.value.replaceAll("_", " ") || words.unnamed}</span>
              <svg
                aria-hidden="true"
                viewBox={`0 0 100 ${HEIGHT}`}
                preserveAspectRatio="none"
                height={HEIGHT}
              >
                <rect
                  className={css.bar}
                  x="0"
                  y="4"
                  width={(it.share_refused ?? 0) * 100}
                  height={HEIGHT - 8}
                />
                <rect
                  className={css.interval}
                  x={low}
                  y={HEIGHT / 2 - 1}
                  width={Math.max(LINE, high - low)}
                  height="2"
                />
              </svg>
              <b>{words.refused(it.share_refused)}</b>
            </li>
          );
        })}
      </ul>
      <figcaption>{words.picture(drawn.length, values.length)}</figcaption>
    </figure>
  );
}
