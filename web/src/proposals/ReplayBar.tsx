// How much of history a backtest has read.

import { text } from "../text";
import css from "./proposals.module.css";

export function ReplayBar({ part }: { part: number }) {
  return (
    <div role="status">
      <svg className={css.part} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" />
        <rect width={Math.min(1, Math.max(0, part)) * 100} height="4" />
      </svg>
      <p>{text.charter.studying(part)}</p>
    </div>
  );
}
