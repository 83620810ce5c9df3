// For each value a bar of how many were refused, with the interval that says how sure that is.

import type { Feedback } from "../api/feedback";
import { text } from "../text";
import { BAR_HEIGHT, BAR_MARK, ValueBars } from "../ui/ValueBars";
import css from "./feedback.module.css";

const words = text.feedback;

export function Refusals({ values }: { values: Feedback["values"] }) {
  return (
    <ValueBars
      values={values}
      name={(it) => it.value.replaceAll("_", " ") || words.unnamed}
      said={(it) => words.refused(it.share_refused)}
      caption={words.picture}
      draw={(it) => {
        const low = (it.share_refused_low ?? 0) * 100;
        const high = (it.share_refused_high ?? 0) * 100;
        return (
          <>
            <rect
              className={css.bar}
              x="0"
              y="4"
              width={(it.share_refused ?? 0) * 100}
              height={BAR_HEIGHT - 8}
            />
            <rect
              className={css.interval}
              x={low}
              y={BAR_HEIGHT / 2 - 1}
              width={Math.max(BAR_MARK, high - low)}
              height="2"
            />
          </>
        );
      }}
    />
  );
}
