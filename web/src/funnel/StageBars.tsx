// The stages as bars, each with a tick where the agreed rate would be.

import { count, share, text } from "../text";
import css from "./funnel.module.css";
import type { Slice } from "./loss";

interface Props {
  slice: Slice;
  chosen?: string | undefined;
  /** Opens the leads of a stage; without it the bars are a picture. */
  choose?: ((stage: string) => void) | undefined;
}

const HEIGHT = 20;
/** How wide a tick is, of 100. */
const TICK = 0.4;

export function StageBars({ slice, chosen, choose }: Props) {
  const most = Math.max(1, ...slice.stages.map((stage) => stage.reached));
  const reached = new Map(slice.stages.map((stage) => [stage.id, stage.reached]));
  return (
    <ol className={css.bars}>
      {slice.stages.map((stage) => {
        const { target } = stage;
        const agreed = target ? target.rate * (reached.get(target.from) ?? 0) : undefined;
        const bar = (
          <>
            <span className={css.name}>{stage.name}</span>
            <svg
              aria-hidden="true"
              className={css.bar}
              height={HEIGHT}
              viewBox={`0 0 100 ${HEIGHT}`}
              preserveAspectRatio="none"
            >
              <rect
                data-side={stage.side}
                y="3"
                width={(stage.reached / most) * 100}
                height={HEIGHT - 6}
              />
              {agreed !== undefined && (
                <rect
                  className={css.tick}
                  x={Math.min(100 - TICK, (agreed / most) * 100)}
                  width={TICK}
                  height={HEIGHT}
                />
              )}
            </svg>
            <b>{count(stage.reached)}</b>
            <span className={css.rate} data-short={isShort(stage) || undefined}>
              {stage.share_of_previous != null && stage !== slice.stages[0]
                ? share(stage.share_of_previous)
                : ""}
            </span>
            <span className={css.agreed}>
              {target ? text.funnel.target(share(target.rate)) : ""}
            </span>
          </>
        );
        return (
          <li key={stage.id}>
            {choose ? (
              <button
                type="button"
                aria-pressed={chosen === stage.id}
                onClick={() => choose(stage.id)}
              >
                {bar}
              </button>
            ) : (
              <div>{bar}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function isShort(stage: Slice["stages"][number]): boolean {
  const { target } = stage;
  return target?.actual != null && target.actual < target.rate;
}
