// The leads of a list by when they are due, as one bar and its words.

import { count, text } from "../text";
import css from "./leads.module.css";
import type { Standing } from "./urgency";

interface Props {
  standing: Standing;
  isWhole: boolean;
  isWaiting: boolean;
}

const PARTS = ["late", "today", "later", "none"] as const;
const HEIGHT = 8;

export function DuePicture({ standing, isWhole, isWaiting }: Props) {
  const all = PARTS.reduce((sum, part) => sum + standing[part], 0);
  const words = text.leads.picture;
  let left = 0;
  const bars = PARTS.map((part) => {
    const width = all === 0 ? 0 : (standing[part] / all) * 100;
    const bar = { part, x: left, width };
    left += width;
    return bar;
  });
  return (
    <figure className={css.picture} aria-hidden={isWaiting}>
      <svg
        width="100%"
        height={HEIGHT}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.title(all, isWhole)}
      >
        {bars.map(({ part, x, width }) => (
          <rect
            key={part}
            data-part={part}
            x={x}
            width={Math.max(0, width - 0.2)}
            height={HEIGHT}
          />
        ))}
      </svg>
      <figcaption>
        {PARTS.map((part) => (
          <span key={part} data-part={part}>
            {isWaiting ? "–" : count(standing[part])} {words[part]}
          </span>
        ))}
        {!isWhole && !isWaiting && <span className={css.of}>{words.title(all, false)}</span>}
      </figcaption>
    </figure>
  );
}
