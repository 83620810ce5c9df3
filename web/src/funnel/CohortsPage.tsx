// Cohorts: of the leads that began together, what share had come to a stage by each age. The table
// is the picture; each cell opens its leads.

import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import {
  type CohortCell,
  type CohortFigure,
  type Cohorts,
  cohortLeads,
  cohorts,
} from "../api/insight";
import { charter } from "../api/queries";
import { Behind } from "../leads/Behind";
import { count, share, text } from "../text";
import { stretch } from "../time/words";
import { Empty } from "../ui/Empty";
import { Found } from "../ui/Found";
import { Page } from "../ui/Page";
import { Count, Table } from "../ui/Table";
import { Tabs } from "../ui/Tabs";
import css from "../ui/table.module.css";
import { level, nearest } from "./heat";
import { FUNNEL_TABS } from "./tabs";

const words = text.insight.cohorts;
/** The sentence is about this age. */
const TOLD_DAYS = 30;

export function CohortsPage() {
  const search = useSearch({ from: "/inside/cohorts" });
  const navigate = useNavigate({ from: "/cohorts" });
  const terms = useQuery(charter);
  const { stage, every } = search;
  const asked = { ...(stage ? { stage } : {}), ...(every ? { every } : {}) };
  const found = useQuery({ ...cohorts(asked), placeholderData: keepPreviousData });
  const { data } = found;
  const set = (next: CohortFigure) =>
    void navigate({ search: next, replace: true, resetScroll: false });
  return (
    <Page title={words.title} sentence={data && sentence(data)} note={data && note(data)}>
      <Tabs label={text.metrics.tabs} tabs={FUNNEL_TABS} />
      <search className={css.filters}>
        <NativeSelect
          label={words.stage}
          data={(terms.data?.stages ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={stage ?? data?.stage ?? ""}
          onChange={(event) => set({ ...asked, stage: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.every}
          data={Object.entries(words.everys).map(([value, label]) => ({ value, label }))}
          value={every ?? "month"}
          onChange={(event) => set({ ...asked, every: event.currentTarget.value })}
        />
      </search>
      {search.began !== undefined && <Opened asked={search} close={() => set(asked)} />}
      <Found found={found} lines={10}>
        {(data) =>
          data.whole.leads === 0 ? (
            <Empty title={words.none} hint={words.noneHint} />
          ) : (
            <Heat data={data} search={search} open={(figure) => set({ ...asked, ...figure })} />
          )
        }
      </Found>
    </Page>
  );
}

function told(data: Cohorts): CohortCell | undefined {
  const age = nearest(data.ages_days, TOLD_DAYS);
  return data.whole.cells.find((cell) => cell.age_days === age && cell.share != null);
}

function sentence(data: Cohorts): string | undefined {
  const cell = told(data);
  return cell?.share == null
    ? undefined
    : words.sentence(share(cell.share), data.stage_name, cell.age_days);
}

function note(data: Cohorts): string | undefined {
  const cell = told(data);
  return cell?.low == null || cell.high == null
    ? undefined
    : words.note(share(cell.low), share(cell.high));
}

const ALL = "all";

function Opened({ asked, close }: { asked: CohortFigure; close: () => void }) {
  const { began, ...rest } = asked;
  const query = began === ALL || began === undefined ? rest : { ...rest, began };
  const found = useQuery({ ...cohortLeads(query), placeholderData: keepPreviousData });
  const cohort =
    began === ALL || began === undefined ? words.all.toLowerCase() : stretch(began, asked.every);
  return <Behind title={words.opened(cohort, asked.age_days)} found={found} close={close} />;
}

interface HeatProps {
  data: Cohorts;
  search: CohortFigure;
  open: (figure: CohortFigure) => void;
}

function Heat({ data, search, open }: HeatProps) {
  const rows = [...data.cohorts, data.whole];
  const most = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.share ?? 0)));
  return (
    <section className={css.heat}>
      <Table label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.began}</th>
            <th scope="col">{words.leads}</th>
            {data.ages_days.map((age) => (
              <th scope="col" key={age}>
                {words.day(age)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const began = row.began ?? ALL;
            return (
              <tr key={began}>
                <th scope="row">
                  {row.began == null ? words.all : stretch(row.began, search.every)}
                </th>
                <td>
                  <Count n={row.leads} open={() => open({ began, figure: "leads" })} />
                </td>
                {row.cells.map((cell) => (
                  <td key={cell.age_days}>
                    <Cell
                      cell={cell}
                      most={most}
                      isOpen={search.began === began && search.age_days === cell.age_days}
                      open={() => open({ began, age_days: cell.age_days, figure: "reached" })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </Table>
      <p className={css.quiet}>{words.legend}</p>
    </section>
  );
}

interface CellProps {
  cell: CohortCell;
  most: number;
  isOpen: boolean;
  open: () => void;
}

function Cell({ cell, most, isOpen, open }: CellProps) {
  const said = cell.share == null ? "–" : share(cell.share);
  const look = {
    "data-level": level(cell.share, most),
    "data-estimated": (cell.share != null && !cell.is_counted) || undefined,
  };
  if (cell.reached === 0) return <span {...look}>{said}</span>;
  return (
    <button
      type="button"
      {...look}
      aria-pressed={isOpen}
      title={`${count(cell.reached)} ${words.leads}`}
      onClick={open}
    >
      {said}
    </button>
  );
}
