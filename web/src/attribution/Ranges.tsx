// For each value a bar from its least to its most by any model, and a mark where this model puts it.

import type { Attribution } from "../api/attribution";
import { share, text } from "../text";
import { BAR_HEIGHT, BAR_MARK, ValueBars } from "../ui/ValueBars";
import css from "./attribution.module.css";

const words = text.attribution;

export function Ranges({ values }: { values: Attribution["values"] }) {
  const most = Math.max(0.01, ...values.map((it) => it.share_most));
  const at = (part: number) => (part / most) * 100;
  return (
    <ValueBars
      values={values}
      name={(it) => it.value.replaceAll("_", " ") || words.unnamed}
      said={(it) => share(it.share)}
      caption={words.picture}
      draw={(it) => (
        <>
          <rect
            className={css.range}
            x={at(it.share_least)}
            y="7"
            width={Math.max(BAR_MARK, at(it.share_most) - at(it.share_least))}
            height={BAR_HEIGHT - 14}
          />
          <rect
            className={css.mark}
            x={Math.min(100 - BAR_MARK, at(it.share))}
            y="2"
            width={BAR_MARK}
            height={BAR_HEIGHT - 4}
          />
        </>
      )}
    />
  );
}
