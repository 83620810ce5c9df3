// Numbers with how far they may be off: a band that holds each, and a mark for the likely one.

import css from "../ui/table.module.css";
import { BAR_HEIGHT, BAR_MARK } from "../ui/ValueBars";

interface Props {
  low: number;
  high: number;
  at: number;
  /** What the right edge stands for. */
  most: number;
  /** A narrower band within. */
  inner?: [number, number] | undefined;
}

const PAD = 4;

export function Span({ low, high, at, most, inner }: Props) {
  const place = (of: number) => (most <= 0 ? 0 : Math.min(100, Math.max(0, (of / most) * 100)));
  const wide = (from: number, to: number) => Math.max(BAR_MARK, place(to) - place(from));
  return (
    <>
      <rect
        className={css.span}
        x={place(low)}
        y={PAD}
        width={wide(low, high)}
        height={BAR_HEIGHT - 2 * PAD}
      />
      {inner && (
        <rect
          className={css.bar}
          x={place(inner[0])}
          y={PAD}
          width={wide(...inner)}
          height={BAR_HEIGHT - 2 * PAD}
        />
      )}
      <rect
        className={css.mark}
        x={Math.min(100 - BAR_MARK, place(at))}
        width={BAR_MARK}
        height={BAR_HEIGHT}
      />
    </>
  );
}
