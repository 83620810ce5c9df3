// The registry of metrics: what each means, what it comes to, and the list behind it.

import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { behindMetric, type Metric, type Metrics, metrics } from "../api/metrics";
import { FUNNEL_TABS } from "../funnel/tabs";
import { Behind } from "../leads/Behind";
import { count, text } from "../text";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { sideWord } from "../ui/Stage";
import { Tabs } from "../ui/Tabs";
import css from "./metrics.module.css";
import { PERIODS, valueInWords } from "./value";

const words = text.metrics;
const DAY_MS = 86_400_000;

export function MetricsPage() {
  const { days = PERIODS[0] } = useSearch({ from: "/inside/figures" });
  const navigate = useNavigate({ from: "/figures" });
  // As of when the page was opened, so that asking again asks for the same.
  const [now] = useState(() => Date.now());
  const from = new Date(now - days * DAY_MS).toISOString();
  const found = useQuery({ ...metrics(from), placeholderData: keepPreviousData });
  const [opened, setOpened] = useState<string>();
  const { data } = found;
  const one = data?.metrics.find(({ id }) => id === opened);
  return (
    <Page
      title={words.title}
      sentence={words.sentence}
      note={data?.is_assumed && <span>{words.assumed}</span>}
      actions={
        <NativeSelect
          aria-label={words.period}
          data={PERIODS.map((it) => ({ value: String(it), label: words.days(it) }))}
          value={String(days)}
          onChange={(event) => {
            const days = Number(event.currentTarget.value);
            void navigate({ search: { days }, replace: true, resetScroll: false });
          }}
        />
      }
    >
      <Tabs label={words.tabs} tabs={FUNNEL_TABS} />
      {found.isPending && <Waiting lines={12} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.isError && data && <OldNote error={found.error} retry={() => void found.refetch()} />}
      {one && <Opened metric={one} from={from} close={() => setOpened(undefined)} />}
      {data && <Table data={data} opened={opened} open={setOpened} />}
    </Page>
  );
}

interface OpenedProps {
  metric: Metric;
  from: string;
  close: () => void;
}

function Opened({ metric, from, close }: OpenedProps) {
  const found = useQuery(behindMetric(metric.id, from));
  return <Behind title={metric.name} found={found} close={close} />;
}

interface TableProps {
  data: Metrics;
  opened: string | undefined;
  open: (metric: string | undefined) => void;
}

function Table({ data, opened, open }: TableProps) {
  return (
    <ul className={css.metrics} aria-label={words.title}>
      {data.metrics.map((metric) => (
        <li key={metric.id}>
          <div className={css.what}>
            <h2>{metric.name}</h2>
            <p>{metric.definition}</p>
            <details>
              <summary>{words.definition}</summary>
              <dl>
                {terms(metric).map(([name, said]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{said}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </div>
          <p className={css.value} data-side={metric.side ?? undefined}>
            <b>{valueInWords(metric, data.currency)}</b>
            {metric.low != null && metric.high != null && metric.unit === "share" && (
              <span>
                {words.between(
                  valueInWords({ unit: "share", value: metric.low }, data.currency),
                  valueInWords({ unit: "share", value: metric.high }, data.currency),
                )}
              </span>
            )}
          </p>
          <p className={css.behind}>
            {metric.counts === "opportunities" || metric.behind === 0 ? (
              <span>{said(metric)}</span>
            ) : (
              <button
                type="button"
                aria-pressed={opened === metric.id}
                onClick={() => {
                  open(opened === metric.id ? undefined : metric.id);
                  window.scrollTo({ top: 0 });
                }}
              >
                {said(metric)}
              </button>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function said(metric: Metric): string {
  const of = metric.of_count == null ? "" : ` / ${count(metric.of_count)}`;
  return `${count(metric.behind)}${of} ${metric.counts}`;
}

/** What there is to know of a metric beyond its sentence. */
function terms(metric: Metric): [string, string][] {
  const all: [string, string][] = [
    [words.counts, metric.counts],
    [words.of, metric.of ?? ""],
    [words.anchor, metric.anchor],
    [words.undecided, metric.undecided],
    [words.time, words.times[metric.time] ?? metric.time],
    [words.side, metric.side == null ? words.both : sideWord(metric.side)],
  ];
  return all.filter(([, said]) => said !== "");
}
