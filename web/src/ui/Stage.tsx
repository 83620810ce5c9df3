// A stage, in the hue of the side that is responsible for it, and in words.

import { text } from "../text";
import css from "./ui.module.css";

export interface StageName {
  id: string;
  name: string;
  side: string;
}

export function Stage({ stage }: { stage: StageName | null | undefined }) {
  if (!stage) return <span className={css.quiet}>—</span>;
  return (
    <span className={css.stage} data-side={stage.side} title={sideWord(stage.side)}>
      {stage.name}
    </span>
  );
}

export function sideWord(side: string | null | undefined): string {
  if (side === "marketing" || side === "sales") return text.sides[side];
  return text.sides.joint;
}
