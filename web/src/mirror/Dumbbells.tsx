// For each value of a trait: its share of those sent, its share of those won, and what is between.

import type { Mirror } from "../api/queries";
import { share, text } from "../text";
import css from "./mirror.module.css";

/** So many values are drawn; the table has all. */
const DRAWN = 6;
const HEIGHT = 20;
const DOT = 5;

export function Dumbbells({ trait }: { trait: Mirror["traits"][number] }) {
  const drawn = trait.values.slice(0, DRAWN);
  const most = Math.max(
    0.01,
    ...drawn.flatMap((value) => [value.share_of_sent ?? 0, value.share_of_won ?? 0]),
  );
  const at = (of: number | null | undefined) => `${((of ?? 0) / most) * 100}%`;
  return (
    <ul className={css.dumbbells}>
      {drawn.map((value) => (
        <li key={value.value} data-strongest={value.value === trait.strongest || undefined}>
          <span className={css.value}>{value.value.replaceAll("_", " ")}</span>
          <svg
            width="100%"
            height={HEIGHT}
            className={css.drawing}
            role="img"
            aria-label={`${text.mirror.sentLabel} ${percent(value.share_of_sent)}, ${text.mirror.wonLabel} ${percent(value.share_of_won)}`}
          >
            <line
              x1={at(value.share_of_sent)}
              x2={at(value.share_of_won)}
              y1={HEIGHT / 2}
              y2={HEIGHT / 2}
            />
            <circle data-side="marketing" cx={at(value.share_of_sent)} cy={HEIGHT / 2} r={DOT} />
            <rect
              data-side="sales"
              x={at(value.share_of_won)}
              y={HEIGHT / 2 - DOT}
              transform={`translate(${-DOT} 0)`}
              width={DOT * 2}
              height={DOT * 2}
              rx="2"
            />
          </svg>
          <span className={css.quiet}>
            {percent(value.share_of_sent)} · {percent(value.share_of_won)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function percent(of: number | null | undefined): string {
  return of == null ? "–" : share(of);
}
