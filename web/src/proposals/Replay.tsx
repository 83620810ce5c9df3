// What another charter would have done to everything that happened: the verdict, the stages, the
// first day, the load, and the leads that flip, each opening its page.

import { Link } from "@tanstack/react-router";
import type { Backtest } from "../api/proposals";
import { count, text } from "../text";
import { Moment } from "../ui/Moment";
import css from "./proposals.module.css";

const words = text.proposals;
/** So many flips are listed; the server names the first hundred. */
const FLIPS_LISTED = 25;

interface Props {
  data: Backtest;
  isStale?: boolean;
  /** The verdict stands elsewhere already. */
  isWithoutVerdict?: boolean;
}

export function Replay({ data, isStale = false, isWithoutVerdict = false }: Props) {
  return (
    <div className={css.replayed} data-stale={isStale || undefined}>
      {!isWithoutVerdict && <p className={css.verdict}>{data.verdict}</p>}
      <Stages data={data} />
      <Wins wins={data.wins} />
      {data.first_day ? (
        <>
          <p className={css.quiet}>{words.firstDay(data.first_day.moves.all)}</p>
          <ul className={css.ways}>
            {data.first_day.ways.map((way) => (
              <li key={`${way.from} ${way.to}`}>
                {count(way.leads)}: {nameOf(data, way.from)} → {nameOf(data, way.to)}
              </li>
            ))}
          </ul>
        </>
      ) : (
        data.cannot_follow && <p className={css.quiet}>{data.cannot_follow}</p>
      )}
      <Loads data={data} />
      {data.notes.map((note) => (
        <p key={note} className={css.quiet}>
          {note}
        </p>
      ))}
      <Flips data={data} />
    </div>
  );
}

function nameOf(data: Backtest, id: string): string {
  return data.stages.find((stage) => stage.id === id)?.name ?? id;
}

function Stages({ data }: { data: Backtest }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{words.stage}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
          <th scope="col">{words.difference}</th>
        </tr>
      </thead>
      <tbody>
        {data.stages.map((stage) => (
          <tr key={stage.id}>
            <th scope="row">{stage.name}</th>
            <td>{count(stage.before.all)}</td>
            <td>{count(stage.after.all)}</td>
            <td>{difference(stage.after.all - stage.before.all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function difference(by: number): string {
  if (by === 0) return "0";
  return by > 0 ? `+${count(by)}` : `−${count(-by)}`;
}

function Wins({ wins }: { wins: Backtest["wins"] }) {
  const said = [
    wins.never.all > 0 && words.winsNever(wins.never.all),
    wins.later.all > 0 && words.winsLater(wins.later.all),
    wins.earlier.all > 0 && words.winsEarlier(wins.earlier.all),
    wins.newly.all > 0 && words.winsNewly(wins.newly.all),
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <p className={css.quiet}>
      {words.wins}: {said.join(", ")}.
    </p>
  );
}

function Loads({ data }: { data: Backtest }) {
  const busiest = (weeks: number[]) => Math.max(0, ...weeks);
  const moved = data.queues.filter((queue) => busiest(queue.before) !== busiest(queue.after));
  if (moved.length === 0) return null;
  return (
    <p className={css.quiet}>
      {words.perWeek}:{" "}
      {moved
        .map(
          (queue) =>
            `${words.queue(queue.of)} ${count(busiest(queue.before))} → ${count(busiest(queue.after))}`,
        )
        .join(", ")}
      .
    </p>
  );
}

function Flips({ data }: { data: Backtest }) {
  if (data.flips.length === 0) return null;
  const shown = data.flips.slice(0, FLIPS_LISTED);
  const isAll = data.flips_in_all.all <= FLIPS_LISTED;
  return (
    <details className={css.flips}>
      <summary>{words.flips(data.leads_that_differ)}</summary>
      {!isAll && <p className={css.quiet}>{words.flipsFirst(shown.length)}</p>}
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.lead}</th>
            <th scope="col">{words.stage}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((flip) => (
            <tr key={`${flip.lead} ${flip.stage} ${flip.before ?? ""} ${flip.after ?? ""}`}>
              <th scope="row">
                <Link to="/leads/$lead" params={{ lead: flip.lead }} target="_blank">
                  {flip.lead}
                </Link>
              </th>
              <td>{nameOf(data, flip.stage)}</td>
              <td>{flip.before ? <Moment at={flip.before} /> : "–"}</td>
              <td>{flip.after ? <Moment at={flip.after} /> : words.turns[flip.turn ?? "never"]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
