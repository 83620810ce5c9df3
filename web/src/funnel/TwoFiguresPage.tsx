// Two figures that differ, reconciled: from the first to the other cause by cause, each with the
// leads that only one of them counts.

import { NativeSelect, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import {
  type Reconciliation,
  reconciliation,
  reconciliationLeads,
  type TwoFigures,
} from "../api/insight";
import { charter } from "../api/queries";
import { Behind } from "../leads/Behind";
import type { TwoSearch } from "../router";
import { count, text } from "../text";
import { serverNow } from "../time/clock";
import { monthBefore, monthSpan } from "../time/month";
import { Found } from "../ui/Found";
import { Page } from "../ui/Page";
import { Count, Table } from "../ui/Table";
import { Tabs } from "../ui/Tabs";
import css from "../ui/table.module.css";
import { BAR_HEIGHT, BAR_MARK, ValueBars } from "../ui/ValueBars";
import { FUNNEL_TABS } from "./tabs";
import { largest, steps } from "./waterfall";

const words = text.insight.two;
const DAY_MS = 86_400_000;

export function TwoFiguresPage() {
  const search = useSearch({ from: "/inside/two-figures" });
  const navigate = useNavigate({ from: "/two-figures" });
  const terms = useQuery(charter);
  const { cause, change, ...said } = search;
  const asked = { ...usual(terms.data?.timezone), ...said };
  const found = useQuery({
    ...reconciliation(inTime(asked)),
    enabled: terms.data !== undefined,
    placeholderData: keepPreviousData,
  });
  const set = (next: TwoSearch) =>
    void navigate({ search: next, replace: true, resetScroll: false });
  return (
    <Page title={words.title} sentence={found.data && sentence(found.data)}>
      <Tabs label={text.metrics.tabs} tabs={FUNNEL_TABS} />
      <Terms
        label={words.first}
        asked={asked}
        part=""
        stages={terms.data?.stages ?? []}
        set={(part) => set({ ...said, ...part })}
      />
      <Terms
        label={words.other}
        asked={asked}
        part="other_"
        stages={terms.data?.stages ?? []}
        set={(part) => set({ ...said, ...part })}
      />
      {change !== undefined && (
        <Opened
          asked={{ ...inTime(asked), ...(cause ? { cause } : {}), change }}
          close={() => set(said)}
        />
      )}
      <Found found={found}>
        {(data) => (
          <Causes data={data} open={(figure) => set({ ...said, ...figure })} search={search} />
        )}
      </Found>
    </Page>
  );
}

/** What is held against each other when nothing is said: last month's leads by two dates. */
function usual(zone: string | undefined): TwoFigures {
  const span = monthSpan(monthBefore(serverNow()), zone);
  const month = monthBefore(serverNow());
  return span
    ? {
        from: `${month}-01`,
        until: nextDay(span.until),
        anchor: "reached",
        other_anchor: "began",
      }
    : {};
}

/** The first day of the month after, of an instant at which it begins somewhere. */
function nextDay(until: string): string {
  return new Date(Date.parse(until) + DAY_MS / 2).toISOString().slice(0, 10);
}

/** As the server takes it: known at the end of a day. */
function inTime(asked: TwoFigures): TwoFigures {
  const { as_known, other_as_known, ...rest } = asked;
  const end = (day: string) =>
    new Date(Math.min(Date.parse(day) + DAY_MS, serverNow())).toISOString();
  return {
    ...rest,
    ...(as_known ? { as_known: end(as_known) } : {}),
    ...(other_as_known ? { other_as_known: end(other_as_known) } : {}),
  };
}

function sentence(data: Reconciliation): string {
  if (data.first === data.other && data.causes.length === 0) return words.same(data.first);
  const most = largest(data.causes);
  const start = words.sentence(data.first, data.other);
  if (most === undefined) return start;
  if (most.change === 0) return `${start} ${words.exchanged(most.added)}`;
  return `${start} ${words.largest(most.meaning, most.change)}`;
}

interface TermsProps {
  label: string;
  asked: TwoFigures;
  /** Before the name of each term. */
  part: "" | "other_";
  stages: { id: string; name: string }[];
  set: (part: TwoFigures) => void;
}

/** The terms of one figure; of the other, what is not said is as of the first. */
function Terms({ label, asked, part, stages, set }: TermsProps) {
  const of = (name: "stage" | "anchor" | "from" | "until" | "as_known") =>
    `${part}${name}` as const;
  const value = (name: "stage" | "anchor" | "from" | "until" | "as_known") =>
    asked[of(name)] ?? (part === "" || name === "as_known" ? "" : (asked[name] ?? ""));
  const put = (name: "stage" | "anchor" | "from" | "until" | "as_known", said: string) =>
    set({ [of(name)]: said === "" ? undefined : said });
  return (
    <fieldset className={css.terms}>
      <legend>{label}</legend>
      <div className={css.filters}>
        <NativeSelect
          label={words.stage}
          data={stages.map(({ id, name }) => ({ value: id, label: name }))}
          value={value("stage") || (stages.find((it) => it.id === "mql")?.id ?? "")}
          onChange={(event) => put("stage", event.currentTarget.value)}
        />
        <NativeSelect
          label={words.anchor}
          data={Object.entries(words.anchors).map(([id, name]) => ({ value: id, label: name }))}
          value={value("anchor") || "reached"}
          onChange={(event) => put("anchor", event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.from}
          value={value("from")}
          onChange={(event) => put("from", event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.until}
          value={value("until")}
          onChange={(event) => put("until", event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.known}
          max={new Date(serverNow()).toISOString().slice(0, 10)}
          value={value("as_known")}
          onChange={(event) => put("as_known", event.currentTarget.value)}
        />
      </div>
    </fieldset>
  );
}

interface OpenedProps {
  asked: TwoFigures & { cause?: string; change: string };
  close: () => void;
}

function Opened({ asked, close }: OpenedProps) {
  const found = useQuery({ ...reconciliationLeads(asked), placeholderData: keepPreviousData });
  const title = (asked.cause ?? asked.change).replaceAll("_", " ");
  return <Behind title={title} found={found} close={close} />;
}

interface CausesProps {
  data: Reconciliation;
  search: TwoSearch;
  open: (figure: { cause?: string | undefined; change: string }) => void;
}

function Causes({ data, search, open }: CausesProps) {
  const drawn = steps(data, [words.first, words.other]);
  const most = Math.max(1, ...drawn.flatMap((it) => [it.from, it.to]));
  const isOpen = (cause: string | undefined, change: string) =>
    search.cause === cause && search.change === change;
  const { columns } = words;
  return (
    <>
      <ValueBars
        values={drawn}
        name={(it) => it.value}
        said={(it) => it.said}
        draw={(it) => {
          const [low, high] = [Math.min(it.from, it.to), Math.max(it.from, it.to)];
          return (
            <rect
              className={it.isWhole ? css.mark : css.bar}
              x={Math.min(100 - BAR_MARK, (low / most) * 100)}
              y="3"
              width={Math.max(BAR_MARK, ((high - low) / most) * 100)}
              height={BAR_HEIGHT - 6}
            />
          );
        }}
        caption={() => words.picture}
      />
      <Table label={words.table}>
        <thead>
          <tr>
            <th scope="col" data-text>
              {columns.cause}
            </th>
            <th scope="col">{columns.added}</th>
            <th scope="col">{columns.removed}</th>
            <th scope="col">{columns.change}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" data-text>
              {words.first}
            </th>
            <td />
            <td />
            <td>
              <Count
                n={data.first}
                isOpen={isOpen(undefined, "first")}
                open={() => open({ cause: undefined, change: "first" })}
              />
            </td>
          </tr>
          {data.causes.map(({ cause, meaning, added, removed, change }) => (
            <tr key={cause}>
              <th scope="row" data-text>
                {meaning}
              </th>
              <td>
                <Count
                  n={added}
                  isOpen={isOpen(cause, "added")}
                  open={() => open({ cause, change: "added" })}
                />
              </td>
              <td>
                <Count
                  n={removed}
                  isOpen={isOpen(cause, "removed")}
                  open={() => open({ cause, change: "removed" })}
                />
              </td>
              <td>{change > 0 ? `+${count(change)}` : `−${count(-change)}`}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" data-text>
              {words.other}
            </th>
            <td />
            <td />
            <td>
              <Count
                n={data.other}
                isOpen={isOpen(undefined, "other")}
                open={() => open({ cause: undefined, change: "other" })}
              />
            </td>
          </tr>
        </tbody>
      </Table>
      <p className={css.quiet}>{words.both(data.both)}</p>
    </>
  );
}
