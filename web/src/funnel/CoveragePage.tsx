// Coverage: who is where. Territories by segments as a heat table whose cells open their leads, what the
// people there carry and can, and whom the buying committees of target accounts miss.

import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import {
  type Committees,
  type Coverage,
  type CoverageCell,
  type CoverageFigure,
  committees,
  coverage,
  coverageLeads,
} from "../api/coverage";
import { Behind } from "../leads/Behind";
import type { CoverageSearch } from "../router";
import { count, text } from "../text";
import { Empty } from "../ui/Empty";
import { Found } from "../ui/Found";
import { Page } from "../ui/Page";
import { Table } from "../ui/Table";
import { Tabs } from "../ui/Tabs";
import css from "../ui/table.module.css";
import { level } from "./heat";
import { FUNNEL_TABS } from "./tabs";

const words = text.coverage;
const FIGURES = ["open", "leads", "with_sales", "unassigned", "won"] as const;
type Figure = (typeof FIGURES)[number];

export function CoveragePage() {
  const search = useSearch({ from: "/inside/coverage" });
  const navigate = useNavigate({ from: "/coverage" });
  const found = useQuery(coverage);
  const accounts = useQuery(committees);
  const figure = FIGURES.find((it) => it === search.figure) ?? "open";
  const set = (next: CoverageSearch) =>
    void navigate({ search: next, replace: true, resetScroll: false });
  const { territory_value, segment_value } = search;
  return (
    <Page title={words.title} sentence={found.data?.sentence}>
      <Tabs label={text.metrics.tabs} tabs={FUNNEL_TABS} />
      <search className={css.filters}>
        <NativeSelect
          label={words.figure}
          data={FIGURES.map((value) => ({ value, label: words.figures[value] ?? value }))}
          value={figure}
          onChange={(event) => set({ figure: event.currentTarget.value })}
        />
      </search>
      {territory_value !== undefined && segment_value !== undefined && (
        <Opened asked={{ territory_value, segment_value, figure }} close={() => set({ figure })} />
      )}
      <Found found={found}>
        {(data) =>
          data.cells.length === 0 ? (
            <Empty title={words.none} hint={words.noneHint} />
          ) : (
            <>
              <HeatMap
                data={data}
                figure={figure}
                open={(cell) =>
                  set({ figure, territory_value: cell.territory, segment_value: cell.segment })
                }
              />
              <Loads cells={data.cells} />
            </>
          )
        }
      </Found>
      <Found found={accounts}>{(data) => <Accounts data={data} />}</Found>
    </Page>
  );
}

function named(value: string): string {
  return value === "" ? words.unknown : value.replaceAll("_", " ");
}

function Opened({ asked, close }: { asked: CoverageFigure; close: () => void }) {
  const found = useQuery(coverageLeads(asked));
  const title = words.opened(
    named(asked.territory_value),
    named(asked.segment_value),
    words.figures[asked.figure] ?? asked.figure,
  );
  return <Behind title={title} found={found} close={close} />;
}

interface MapProps {
  data: Coverage;
  figure: Figure;
  open: (cell: CoverageCell) => void;
}

function HeatMap({ data, figure, open }: MapProps) {
  const territories = [...new Set(data.cells.map((cell) => cell.territory))];
  const segments = [...new Set(data.cells.map((cell) => cell.segment))];
  const most = Math.max(0, ...data.cells.map((cell) => cell[figure]));
  return (
    <section className={`${css.block} ${css.heat}`}>
      <Table label={words.map}>
        <thead>
          <tr>
            <th scope="col">{named(data.territory.split(".").at(-1) ?? "")}</th>
            {segments.map((segment) => (
              <th scope="col" key={segment}>
                {named(segment)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {territories.map((territory) => (
            <tr key={territory}>
              <th scope="row">{named(territory)}</th>
              {segments.map((segment) => (
                <td key={segment}>
                  <Cell
                    cell={data.cells.find(
                      (it) => it.territory === territory && it.segment === segment,
                    )}
                    figure={figure}
                    most={most}
                    open={open}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={css.quiet}>{words.legend}</p>
    </section>
  );
}

interface CellProps {
  cell: CoverageCell | undefined;
  figure: Figure;
  most: number;
  open: (cell: CoverageCell) => void;
}

function Cell({ cell, figure, most, open }: CellProps) {
  const n = cell?.[figure] ?? 0;
  if (cell === undefined || n === 0) return <span data-level={0}>{cell ? "0" : "–"}</span>;
  return (
    <button type="button" data-level={level(n, most)} onClick={() => open(cell)}>
      {cell.is_full && (
        <>
          <span aria-hidden="true">▲ </span>
          <span className={css.hidden}>{words.full} </span>
        </>
      )}
      {count(n)}
    </button>
  );
}

function Loads({ cells }: { cells: CoverageCell[] }) {
  const { columns } = words;
  return (
    <section className={css.block}>
      <h2>{words.capacity}</h2>
      <Table label={words.capacity}>
        <thead>
          <tr>
            <th scope="col">{columns.cell}</th>
            <th scope="col">{columns.people}</th>
            <th scope="col">{columns.load}</th>
            <th scope="col">{columns.capacity}</th>
            <th scope="col" data-text>
              {columns.campaigns}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={`${cell.territory}/${cell.segment}`}>
              <th scope="row">
                {named(cell.territory)}, {named(cell.segment)}
              </th>
              <td>{count(cell.people)}</td>
              <td>{count(cell.load)}</td>
              <td>{cell.capacity == null ? words.unbounded : count(cell.capacity)}</td>
              <td data-text>
                {cell.campaigns.map((it) => `${named(it.name)} ${count(it.leads)}`).join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Accounts({ data }: { data: Committees }) {
  if (data.accounts.length === 0) return null;
  return (
    <section className={css.block}>
      <h2>{words.committees}</h2>
      <p>{data.sentence}</p>
      <Table label={words.committees}>
        <thead>
          <tr>
            <th scope="col">{words.account}</th>
            {data.roles.map((it) => (
              <th scope="col" key={it.role} title={it.reading}>
                {named(it.role)}
              </th>
            ))}
            <th scope="col">{words.missing}</th>
          </tr>
        </thead>
        <tbody>
          {data.accounts.map((it) => (
            <tr key={it.account.id}>
              <th scope="row">
                <Link to="/accounts/$account" params={{ account: it.account.id }}>
                  {it.account.name ?? it.account.id}
                </Link>
              </th>
              {data.roles.map((role, at) => (
                <td key={role.role}>{count(it.people[at] ?? 0)}</td>
              ))}
              <td>{it.missing == null ? words.complete : named(it.missing)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {data.accounts.length < data.count && (
        <p className={css.quiet}>{words.listed(data.accounts.length, data.count)}</p>
      )}
    </section>
  );
}
