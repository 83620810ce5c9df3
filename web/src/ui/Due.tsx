// A running clock: a glyph and words, never a hue alone.

import { useNow } from "../time/clock";
import { dueInWords, useZone, whole } from "../time/words";
import css from "./ui.module.css";

const GLYPHS = { late: "▲", soon: "◆", running: "", none: "" } as const;

export function Due({ due, isLate }: { due: string | null | undefined; isLate: boolean }) {
  useZone();
  const now = useNow(due);
  const { urgency, words } = dueInWords(due, isLate, now);
  return (
    <span className={css.due} data-urgency={urgency} title={due ? whole(due) : undefined}>
      {GLYPHS[urgency] && <span aria-hidden="true">{GLYPHS[urgency]} </span>}
      {words}
    </span>
  );
}
