// For each value a bar from its least to its most by any model, and a mark where this model puts it.

import type { Attribution } from "../api/attribution";
import { share, text } from "../text";
import css from "./attribution.module.css";

const words = text.attribution;
const HEIGHT = 20;
/** How wide a mark is, of 100. */
const MARK = 0.6;
/** So many are drawn; the table has all. */
const DRAWN_MAX = 12;

export function Ranges({ values }: { values: Attribution["values"] }) {
  const most = Math.max(0.01, ...values.map((it) => it.share_most));
  const drawn = values.slice(0, DRAWN_MAX);
  const at = (part: number) => (part / most) * 100;
  return (
    <figure className={css.ranges}>
      <ul>
        {drawn.map((it) => (
          <li key={it.value}>
            <span>{it.value.replaceAll("_", " ") || words.unnamed}</span>
            <svg
              aria-hidden="true"
              viewBox={`0 0 100 ${HEIGHT}`}
              preserveAspectRatio="none"
              height={HEIGHT}
            >
              <rect
                className={css.range}
                x={at(it.share_least)}
                y="7"
                width={Math.max(MARK, at(it.share_most) - at(it.share_least))}
                height={HEIGHT - 14}
              />
              <rect
                className={css.mark}
                x={Math.min(100 - MARK, at(it.share))}
                y="2"
                width={MARK}
                height={HEIGHT - 4}
              />
            </svg>
            <b>{share(it.share)}</b>
          </li>
        ))}
      </ul>
      <figcaption>{words.picture(drawn.length, values.length)}</figcaption>
    </figure>
  );
}
