// This period beside the one before it.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Funnel, funnel } from "../api/queries";
import { count, points, share, text } from "../text";
import { Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { compared, largestMove, moveOf, type Period } from "./compared";
import css from "./funnel.module.css";

const words = text.funnel;

export function Compared({ now, before }: { now: Funnel; before: Period }) {
  const found = useQuery({ ...funnel(before), placeholderData: keepPreviousData });
  if (found.isPending) return <Waiting lines={4} />;
  if (found.data === undefined) {
    return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  }
  const stages = compared(now.whole, found.data.whole);
  const move = largestMove(stages);
  return (
    <section className={css.slices}>
      <h2>
        {move
          ? words.moved(move.name, share(move.rateBefore ?? 0), share(move.rate ?? 0))
          : words.notMoved}
      </h2>
      <p className={css.quiet}>{words.comparedNote}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key */}
      <div className={css.scroll} role="region" aria-label={words.compare} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{text.leads.stage}</th>
              <th scope="col">{words.reached}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.rate}</th>
              <th scope="col">{words.rateBefore}</th>
              <th scope="col">{words.move}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map((stage) => (
              <tr key={stage.id}>
                <th scope="row">{stage.name}</th>
                <td>{count(stage.reached)}</td>
                <td>{count(stage.reachedBefore)}</td>
                <td>{stage.rate === undefined ? "–" : share(stage.rate)}</td>
                <td>{stage.rateBefore === undefined ? "–" : share(stage.rateBefore)}</td>
                <td>{inPoints(moveOf(stage))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** "+4.2", "−1.3": points of per cent. */
function inPoints(move: number | undefined): string {
  if (move === undefined) return "–";
  const shown = points(Math.abs(move * 100));
  if (Number(move.toFixed(3)) === 0) return "0";
  return move > 0 ? `+${shown}` : `−${shown}`;
}
