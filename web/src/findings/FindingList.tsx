// What an audit found: each finding a sentence, a picture, and what to know of it.

import { useQuery } from "@tanstack/react-query";
import { type Finding, type Findings, findings } from "../api/start";
import { text } from "../text";
import { Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import css from "./findings.module.css";
import { Picture } from "./Picture";

const words = text.findings;

export function FindingList({ leads }: { leads: string | undefined }) {
  const found = useQuery(findings(leads));
  const { data } = found;
  return (
    <>
      {found.isPending && <Waiting lines={10} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {data && <Found data={data} />}
    </>
  );
}

function Found({ data }: { data: Findings }) {
  const first = data.findings.slice(0, data.told_first);
  const more = data.findings.slice(data.told_first);
  return (
    <article className={css.article}>
      <Arrivals data={data} />
      {first.length === 0 && <p>{words.nothing}</p>}
      {first.map((finding) => (
        <One key={finding.id} finding={finding} />
      ))}
      {more.length > 0 && (
        <section className={css.closing}>
          <h2>{words.also}</h2>
          <ul>
            {more.map((finding) => (
              <li key={finding.id}>{finding.sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {data.cannot_say.length > 0 && (
        <section className={css.closing}>
          <h2>{words.cannotSay}</h2>
          <ul>
            {data.cannot_say.map((it) => (
              <li key={it.id}>
                {it.text} <span className={css.quiet}>{words.needed(it.needs)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function One({ finding }: { finding: Finding }) {
  return (
    <section className={css.finding}>
      <h2>{finding.sentence}</h2>
      <Picture finding={finding} />
      <p className={css.quiet}>{[finding.certainty, ...finding.notes].join("; ")}</p>
    </section>
  );
}

const ARRIVALS_HEIGHT = 32;

/** How many came, part by part of the time. */
function Arrivals({ data }: { data: Findings }) {
  const { period } = data;
  const all = words.all(data.n, data.unit);
  if (!period) return <p className={css.all}>{all}</p>;
  const day = (at: string) =>
    new Date(at).toLocaleDateString(undefined, { dateStyle: "medium", timeZone: data.timezone });
  const most = Math.max(1, ...period.arrivals);
  const width = 100 / period.arrivals.length;
  return (
    <figure className={css.arrivals}>
      <figcaption>
        <b>{all}</b> {words.between(day(period.from), day(period.to))}
      </figcaption>
      <svg
        aria-hidden="true"
        viewBox={`0 0 100 ${ARRIVALS_HEIGHT}`}
        preserveAspectRatio="none"
        height={ARRIVALS_HEIGHT}
      >
        {period.arrivals.map((n, place) => {
          const high = (n / most) * ARRIVALS_HEIGHT;
          const x = place * width;
          return (
            <rect key={x} x={x} y={ARRIVALS_HEIGHT - high} width={width * 0.7} height={high} />
          );
        })}
      </svg>
      <p className={css.hidden}>{words.busiest(most)}</p>
    </figure>
  );
}
