// What a charter would have said of the last weeks: its stages, its promises, and itself in words.

import { useQuery } from "@tanstack/react-query";
import { type Rehearsal, rehearsal } from "../api/start";
import { count, share, text } from "../text";
import { Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { person } from "../ui/person";
import { BAR_HEIGHT, ValueBars } from "../ui/ValueBars";
import css from "./start.module.css";

const words = text.start.charter;

export function RehearsalView({ text: file, days }: { text: string; days: number }) {
  const found = useQuery(rehearsal(file, days));
  const { data } = found;
  if (found.isPending) return <Waiting lines={8} />;
  if (!data) return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  return (
    <section className={css.block}>
      <h2>{words.would(days)}</h2>
      <p className={css.says}>{sentence(data)}</p>
      <Stages data={data} />
      <PromiseTable data={data} />
      {data.undated > 0 && <p className={css.quiet}>{words.undated(data.undated)}</p>}
      <details className={css.chapters}>
        <summary>{words.inWords}</summary>
        {data.chapters.map((chapter) => (
          <section key={chapter.title}>
            <h3>{chapter.title}</h3>
            <ul>
              {chapter.clauses.map((clause) => (
                <li key={clause.id}>{clause.says}</li>
              ))}
            </ul>
          </section>
        ))}
      </details>
    </section>
  );
}

function sentence(data: Rehearsal): string {
  if (data.handed_over === 0) return words.nobody(data.leads);
  return words.sentence(data.handed_over, data.busiest_week);
}

function Stages({ data }: { data: Rehearsal }) {
  const most = Math.max(1, ...data.stages.map(({ leads }) => leads));
  return (
    <ValueBars
      values={data.stages.map((it) => ({ ...it, value: it.stage.id }))}
      name={({ stage }) => stage.name}
      draw={({ stage, leads }) => (
        <rect
          className={css.bar}
          data-side={stage.side}
          y="3"
          width={(leads / most) * 100}
          height={BAR_HEIGHT - 6}
        />
      )}
      said={({ leads }) => count(leads)}
      caption={() => words.stages}
    />
  );
}

function PromiseTable({ data }: { data: Rehearsal }) {
  const ran = data.promises.filter(({ all }) => all > 0);
  if (ran.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key
    <div className={css.scroll} role="region" aria-label={words.promises} tabIndex={0}>
      <table className={css.table}>
        <caption>{words.promises}</caption>
        <thead>
          <tr>
            <th scope="col">{words.promise}</th>
            <th scope="col">{words.ran}</th>
            <th scope="col">{words.kept}</th>
          </tr>
        </thead>
        <tbody>
          {ran.map((promise) => (
            <tr key={promise.id}>
              <th scope="row" data-side={promise.by}>
                {promise.says ?? person(promise.id)}
              </th>
              <td>{count(promise.all)}</td>
              <td>{promise.share_kept == null ? "–" : share(promise.share_kept)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
