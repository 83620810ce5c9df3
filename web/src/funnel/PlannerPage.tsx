// The planner: worked back from a goal of revenue, what each stage takes and whether the people can
// carry it; and what comes if nothing changes.

import { NumberInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { money } from "../accounts/money";
import {
  type Forecast,
  forecast,
  forecastLeads,
  type Plan,
  type PlanStep,
  plan,
  planLeads,
  type Span as Spread,
} from "../api/insight";
import { Behind } from "../leads/Behind";
import type { PlannerSearch } from "../router";
import { count, points, share, text } from "../text";
import { Empty } from "../ui/Empty";
import { Found } from "../ui/Found";
import { Page } from "../ui/Page";
import { Count, Table } from "../ui/Table";
import { Tabs } from "../ui/Tabs";
import css from "../ui/table.module.css";
import { ValueBars } from "../ui/ValueBars";
import { Span } from "./Spans";
import { FUNNEL_TABS } from "./tabs";

const words = text.insight.plan;
const DAYS_MAX = 366;
const DAYS = 91;

/** Opens the leads behind a figure of the plan, or of the forecast. */
type Open = (figure: string, of: "plan" | "forecast") => void;

export function PlannerPage() {
  const search = useSearch({ from: "/inside/planner" });
  const navigate = useNavigate({ from: "/planner" });
  const { goal, days } = search;
  const asked = { ...(goal ? { goal } : {}), ...(days ? { days } : {}) };
  const planned = useQuery({ ...plan(asked), placeholderData: keepPreviousData });
  const ahead = days === undefined ? {} : { days: Math.min(days, DAYS_MAX) };
  const coming = useQuery({ ...forecast(ahead), placeholderData: keepPreviousData });
  const set = (next: PlannerSearch) =>
    void navigate({ search: next, replace: true, resetScroll: false });
  const open: Open = (figure, of) => set({ ...asked, figure, of });
  return (
    <Page
      title={words.title}
      sentence={planned.data && sentence(planned.data)}
      note={planned.data?.whole?.refusal == null && planned.data?.sentence}
    >
      <Tabs label={text.metrics.tabs} tabs={FUNNEL_TABS} />
      <search className={css.filters}>
        <Amount
          label={words.goal}
          value={goal ?? planned.data?.goal ?? undefined}
          max={1e12}
          set={(value) => set({ ...(value ? { goal: value } : {}), ...(days ? { days } : {}) })}
        />
        <Amount
          label={words.days}
          value={days ?? planned.data?.days ?? DAYS}
          max={DAYS_MAX}
          set={(value) => set({ ...(goal ? { goal } : {}), ...(value ? { days: value } : {}) })}
        />
      </search>
      {search.figure !== undefined && <Opened search={search} close={() => set(asked)} />}
      <Found found={planned}>
        {(data) => <Takes data={data} open={(figure) => open(figure, "plan")} />}
      </Found>
      <Found found={coming} lines={4}>
        {(data) => <Comes data={data} open={(figure) => open(figure, "forecast")} />}
      </Found>
    </Page>
  );
}

/** What the goal takes at the beginning of the path; the whole of it stands below. */
function sentence(data: Plan): string {
  const first = data.whole?.steps[0];
  if (data.goal == null || first === undefined) return data.sentence;
  const goal = money(data.goal, data.currency);
  return words.sentence(goal, data.days, first.name, Math.round(first.needed));
}

/** So short that it fits beside a drawing. */
function inShort(amount: number, currency: string): string {
  const style = { style: "currency", currency, notation: "compact" } as const;
  return new Intl.NumberFormat(undefined, style).format(amount);
}

interface NumberProps {
  label: string;
  value: number | undefined;
  max: number;
  set: (value: number | undefined) => void;
}

/** Asked again when one leaves the field, so that half a number plans nothing. */
function Amount({ label, value, max, set }: NumberProps) {
  return (
    <NumberInput
      key={value ?? ""}
      label={label}
      defaultValue={value ?? ""}
      min={1}
      max={max}
      allowDecimal={false}
      thousandSeparator=" "
      hideControls
      onBlur={(event) => {
        const typed = Number(event.currentTarget.value.replace(/\D/g, ""));
        const next = typed > 0 ? Math.min(typed, max) : undefined;
        if (next !== value) set(next);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}

function Opened({ search, close }: { search: PlannerSearch; close: () => void }) {
  const { figure = "", of, ...asked } = search;
  const isPlan = of !== "forecast";
  const behindPlan = useQuery({ ...planLeads({ ...asked, figure }), enabled: isPlan });
  const days = asked.days ? { days: Math.min(asked.days, DAYS_MAX) } : {};
  const behindForecast = useQuery({ ...forecastLeads({ ...days, figure }), enabled: !isPlan });
  const title = figure.replace(":", ", ").replaceAll("_", " ");
  return <Behind title={title} found={isPlan ? behindPlan : behindForecast} close={close} />;
}

function Takes({ data, open }: { data: Plan; open: (figure: string) => void }) {
  if (data.goal == null) return <Empty title={words.none} hint={words.noneHint} />;
  const { whole, load } = data;
  if (!whole || whole.refusal != null) {
    return <Empty title={whole?.refusal ?? words.none} hint={words.noneHint} />;
  }
  const most = Math.max(1, ...whole.steps.map((step) => step.needed_high));
  return (
    <>
      <ValueBars
        values={whole.steps.map((step) => ({ ...step, value: step.stage }))}
        name={(step) => step.name}
        said={(step) => count(Math.round(step.needed))}
        draw={(step) => (
          <Span low={step.needed_low} high={step.needed_high} at={step.needed} most={most} />
        )}
        caption={() => words.picture}
      />
      <section className={css.block}>
        <h2>{words.table}</h2>
        <Steps steps={whole.steps} open={open} />
        {data.undated > 0 && (
          <p className={css.quiet}>
            <Count n={data.undated} open={() => open("undated")}>
              {words.undated(data.undated)}
            </Count>
          </p>
        )}
      </section>
      {load && (
        <section className={css.block}>
          <h2>{words.load}</h2>
          <p>{load.reading}</p>
          <p>
            <Count n={load.now} open={() => open("load")}>
              {words.loadNow(load.now)}
            </Count>
          </p>
        </section>
      )}
    </>
  );
}

function Steps({ steps, open }: { steps: PlanStep[]; open: (figure: string) => void }) {
  const { columns } = words;
  return (
    <Table label={words.table}>
      <thead>
        <tr>
          {Object.values(columns).map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.stage}>
            <th scope="row">{step.name}</th>
            <td>{count(Math.round(step.needed))}</td>
            <td>
              {text.insight.between(
                count(Math.round(step.needed_low)),
                count(Math.round(step.needed_high)),
              )}
            </td>
            <td>{step.rate == null ? "–" : share(step.rate)}</td>
            <td>{step.days_median == null ? "–" : points(step.days_median)}</td>
            <td>{step.days_p90 == null ? "–" : points(step.days_p90)}</td>
            <td>
              <Count n={step.reached} open={() => open(`${step.stage}:reached`)} />
            </td>
            <td>
              <Count n={step.waiting} open={() => open(`${step.stage}:waiting`)} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Comes({ data, open }: { data: Forecast; open: (figure: string) => void }) {
  const { forecast: ahead, backtest } = data;
  const spans: { value: string; span: Spread; said: string }[] = [];
  if (ahead) {
    spans.push({ value: words.wins, span: ahead.wins, said: count(Math.round(ahead.wins.mean)) });
    if (ahead.amount) {
      const said = inShort(ahead.amount.mean, data.currency);
      spans.push({ value: words.amount, span: ahead.amount, said });
    }
  }
  return (
    <section className={css.block}>
      <h2>
        {words.forecast}, {words.forecastDays(data.days)}
      </h2>
      <p>{data.sentence}</p>
      {spans.length > 0 && (
        <ValueBars
          values={spans}
          name={(it) => it.value}
          said={(it) => it.said}
          draw={({ span }) => (
            <Span
              low={span.low}
              high={span.high}
              at={span.mean}
              inner={[span.p10, span.p90]}
              most={span.high * 1.05}
            />
          )}
          caption={() => words.spanNote}
        />
      )}
      {ahead && (
        <p>
          <Count n={ahead.known} open={() => open("known")}>
            {words.known(ahead.known)}
          </Count>{" "}
          {ahead.unlike > 0 && (
            <Count n={ahead.unlike} open={() => open("unlike")}>
              {words.unlike(ahead.unlike)}
            </Count>
          )}
        </p>
      )}
      <h2>{words.backtest}</h2>
      <p>
        {backtest.sentence}{" "}
        <Count n={backtest.wins} open={() => open("won_since")}>
          {words.wonSince(backtest.wins)}
        </Count>
      </p>
    </section>
  );
}
