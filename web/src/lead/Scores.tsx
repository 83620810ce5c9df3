// The two scores, clause by clause.

import type { LeadPage } from "../api/queries";
import { points, text } from "../text";
import { Moment } from "../ui/Moment";
import css from "./lead.module.css";

type Line = LeadPage["fit"][number];

export function Scores({ page }: { page: LeadPage }) {
  return (
    <section>
      <h2>{text.lead.scores}</h2>
      <Score name={text.lead.fit} total={page.lead?.fit ?? 0} lines={page.fit} />
      <Score
        name={text.lead.engagement}
        total={page.lead?.engagement ?? 0}
        lines={page.engagement}
      />
    </section>
  );
}

function Score({ name, total, lines }: { name: string; total: number; lines: Line[] }) {
  const giving = lines.filter((line) => given(line) !== 0);
  const rest = lines.filter((line) => given(line) === 0);
  return (
    <details className={css.score} open>
      <summary>
        <span>{name}</span>
        <b>{points(total)}</b>
      </summary>
      {giving.length === 0 && <p className={css.quiet}>{text.lead.noScore}</p>}
      <ul>
        {giving.map((line) => (
          <Clause key={line.clause} line={line} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className={css.rest}>
          <summary>{text.lead.withoutPoints(rest.length)}</summary>
          <ul>
            {rest.map((line) => (
              <Clause key={line.clause} line={line} />
            ))}
          </ul>
        </details>
      )}
    </details>
  );
}

/** What a clause gives now: one of fit says what it would give, and whether it holds. */
export function given(line: Line): number {
  return line.times == null && line.holds !== true ? 0 : line.points;
}

function Clause({ line }: { line: Line }) {
  const notes = [
    line.times ? text.lead.times(line.times) : "",
    line.over_cap ? text.lead.overCap(line.over_cap) : "",
    line.holds == null && line.times == null ? text.lead.notKnown : "",
  ].filter(Boolean);
  return (
    <li>
      <span>
        {line.says ?? line.clause}
        {(notes.length > 0 || line.last_at) && (
          <span className={css.quiet}>
            {" "}
            {notes.join(", ")}
            {line.last_at && (
              <>
                {notes.length > 0 && ", "}
                {text.lead.last("")}
                <Moment at={line.last_at} precision="day" />
              </>
            )}
          </span>
        )}
      </span>
      <b>{points(given(line))}</b>
    </li>
  );
}
