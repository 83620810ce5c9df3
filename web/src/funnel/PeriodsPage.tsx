// Sealed periods: what was reported of each stays, and what it comes to now stands beside it with the
// cause of each difference.

import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { OpportunityTable } from "../accounts/OpportunityTable";
import {
  makeSeal,
  type Restated,
  type RestatementFigure,
  type Seal,
  seal,
  sealLeads,
  sealOpportunities,
  seals,
} from "../api/insight";
import { charter } from "../api/queries";
import { Behind } from "../leads/Behind";
import { valueInWords } from "../metrics/value";
import type { PeriodsSearch } from "../router";
import { useMe } from "../session/me";
import { useSay } from "../shell/undo";
import { text } from "../text";
import { serverNow } from "../time/clock";
import { monthBefore, monthSpan } from "../time/month";
import { Empty } from "../ui/Empty";
import { Found } from "../ui/Found";
import { Moment } from "../ui/Moment";
import { Page } from "../ui/Page";
import { ProblemNote, problemInWords } from "../ui/Problem";
import { person } from "../ui/person";
import { Count, Table } from "../ui/Table";
import { Tabs } from "../ui/Tabs";
import css from "../ui/table.module.css";
import { BAR_HEIGHT, BAR_MARK, ValueBars } from "../ui/ValueBars";
import { FUNNEL_TABS } from "./tabs";

const words = text.insight.periods;

export function PeriodsPage() {
  const search = useSearch({ from: "/inside/periods" });
  const navigate = useNavigate({ from: "/periods" });
  const me = useMe();
  const all = useQuery(seals);
  const listed = all.data?.seals ?? [];
  const chosen = search.seal ?? listed.at(-1)?.id;
  const restated = useQuery({ ...seal(chosen ?? 0), enabled: chosen !== undefined });
  const set = (next: PeriodsSearch) =>
    void navigate({ search: next, replace: true, resetScroll: false });
  const changed = restated.data?.metrics.filter(isRestated).length;
  return (
    <Page
      title={words.title}
      sentence={
        changed !== undefined ? words.restated(changed) : all.data && words.sentence(listed.length)
      }
    >
      <Tabs label={text.metrics.tabs} tabs={FUNNEL_TABS} />
      {me?.permissions.includes("periods.seal") && <Make made={(id) => set({ seal: id })} />}
      <Found found={all} lines={3}>
        {(data) =>
          data.seals.length === 0 ? (
            <Empty title={words.sentence(0)} hint={words.hint} />
          ) : (
            <Choice seals={data.seals} chosen={chosen} choose={(id) => set({ seal: id })} />
          )
        }
      </Found>
      {chosen !== undefined && search.metric && search.cause && search.change && (
        <Opened
          id={chosen}
          asked={{ metric: search.metric, cause: search.cause, change: search.change }}
          counts={restated.data?.metrics.find((it) => it.id === search.metric)?.counts ?? ""}
          currency={restated.data?.currency ?? ""}
          close={() => set({ seal: chosen })}
        />
      )}
      {chosen !== undefined && (
        <Found found={restated}>
          {(data) => (
            <>
              <Bars data={data} />
              <Figures data={data} open={(figure) => set({ seal: chosen, ...figure })} />
            </>
          )}
        </Found>
      )}
    </Page>
  );
}

type Metric = Restated["metrics"][number];

function isRestated(metric: Metric): boolean {
  return metric.restatements.length > 0;
}

/** Seals a month, the one before this when nothing else is said. */
function Make({ made }: { made: (id: number) => void }) {
  const terms = useQuery(charter);
  const client = useQueryClient();
  const say = useSay();
  const last = monthBefore(serverNow());
  const [month, setMonth] = useState(last);
  const span = monthSpan(month, terms.data?.timezone);
  const make = useMutation({
    mutationFn: makeSeal,
    onSuccess: async (done) => {
      await client.invalidateQueries({ queryKey: seals.queryKey });
      say({ words: words.made(month) });
      made(done.id);
    },
  });
  return (
    <form
      className={css.filters}
      onSubmit={(event) => {
        event.preventDefault();
        if (span) make.mutate(span);
      }}
    >
      <TextInput
        type="month"
        label={words.month}
        max={last}
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <Button type="submit" loading={make.isPending} disabled={span === undefined || !terms.data}>
        {words.make}
      </Button>
      {make.error && <p role="alert">{problemInWords(make.error)}</p>}
    </form>
  );
}

interface ChoiceProps {
  seals: Seal[];
  chosen: number | undefined;
  choose: (id: number) => void;
}

function Choice({ seals, chosen, choose }: ChoiceProps) {
  return (
    <section className={css.block}>
      <h2>{words.sealed}</h2>
      <ul>
        {[...seals].reverse().map((it) => (
          <li key={it.id}>
            <button
              type="button"
              className={css.figure}
              aria-pressed={it.id === chosen}
              onClick={() => choose(it.id)}
            >
              <Moment at={it.from} precision="day" /> – <Moment at={it.until} precision="day" />
            </button>{" "}
            <span className={css.quiet}>
              {words.sealedAt(person(it.who))} <Moment at={it.sealed_at} />,{" "}
              {words.version(it.version)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OpenedProps {
  id: number;
  asked: RestatementFigure;
  counts: string;
  currency: string;
  close: () => void;
}

function Opened({ id, asked, counts, currency, close }: OpenedProps) {
  const isOfDeals = counts === "opportunities";
  const leads = useQuery({ ...sealLeads(id, asked), enabled: !isOfDeals });
  const deals = useQuery({ ...sealOpportunities(id, asked), enabled: isOfDeals });
  const title = words.opened(asked.metric.replaceAll("_", " "), asked.cause.replaceAll("_", " "));
  if (!isOfDeals) return <Behind title={title} found={leads} close={close} />;
  return (
    <section className={css.block} aria-label={title}>
      <h2>{title}</h2>
      {deals.isError && <ProblemNote error={deals.error} retry={() => void deals.refetch()} />}
      {deals.data && (
        <OpportunityTable
          label={title}
          opportunities={deals.data.opportunities}
          currency={currency}
        />
      )}
      <Button variant="default" size="xs" onClick={close}>
        {text.insight.close}
      </Button>
    </section>
  );
}

function Bars({ data }: { data: Restated }) {
  const counted = data.metrics.filter((it) => it.counted_then > 0 || it.counted_now > 0);
  return (
    <ValueBars
      values={counted.map((it) => ({ ...it, value: it.id }))}
      name={(it) => it.name}
      said={(it) => (isRestated(it) ? signed(it.counted_now - it.counted_then) : "=")}
      draw={(it) => {
        const most = Math.max(it.counted_then, it.counted_now);
        return (
          <>
            <rect
              className={css.bar}
              y="4"
              width={(it.counted_now / most) * 100}
              height={BAR_HEIGHT - 8}
            />
            <rect
              className={css.mark}
              x={Math.min(100 - BAR_MARK, (it.counted_then / most) * 100)}
              width={BAR_MARK}
              height={BAR_HEIGHT}
            />
          </>
        );
      }}
      caption={() => words.picture}
    />
  );
}

function signed(n: number): string {
  return n === 0 ? "±0" : n > 0 ? words.added(n) : words.removed(-n);
}

interface FiguresProps {
  data: Restated;
  open: (figure: RestatementFigure) => void;
}

function Figures({ data, open }: FiguresProps) {
  const value = (it: Metric, figure: Metric["now"]) =>
    valueInWords({ unit: it.unit, value: figure.value ?? null }, data.currency);
  return (
    <section className={css.block}>
      <h2>{words.table}</h2>
      <Table label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.metric}</th>
            <th scope="col">{words.columns.reported}</th>
            <th scope="col">{words.columns.now}</th>
            <th scope="col" data-text>
              {words.columns.causes}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.metrics.map((it) => (
            <tr key={it.id}>
              <th scope="row">{it.name}</th>
              <td>{value(it, it.reported)}</td>
              <td>{value(it, it.now)}</td>
              <td data-text>
                {it.restatements.length === 0 && (
                  <span className={css.quiet}>{words.unchanged}</span>
                )}
                {it.restatements.map(({ cause, meaning, added, removed }) => (
                  <p key={cause}>
                    {meaning}{" "}
                    {added > 0 && (
                      <Count n={added} open={() => open({ metric: it.id, cause, change: "added" })}>
                        {words.added(added)}
                      </Count>
                    )}{" "}
                    {removed > 0 && (
                      <Count
                        n={removed}
                        open={() => open({ metric: it.id, cause, change: "removed" })}
                      >
                        {words.removed(removed)}
                      </Count>
                    )}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={css.quiet}>
        {words.hash} {data.seal.hash.slice(0, 16)}
      </p>
    </section>
  );
}
