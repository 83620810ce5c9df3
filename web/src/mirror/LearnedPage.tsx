// What was learned from the leads that sales worked: a point table, what it is worth on leads that it
// has not seen, and the clauses that it would make, ready to be proposed.

import { Button, NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type Card, type Scorecard, scorecard, scorecardLeads } from "../api/insight";
import { charter } from "../api/queries";
import { keepDraft } from "../charter/draft";
import { Behind } from "../leads/Behind";
import { useMe } from "../session/me";
import { count, share, text } from "../text";
import { Found } from "../ui/Found";
import { Page } from "../ui/Page";
import { Count, Table } from "../ui/Table";
import { Tabs } from "../ui/Tabs";
import css from "../ui/table.module.css";
import { BAR_HEIGHT, BAR_MARK, ValueBars } from "../ui/ValueBars";
import { MIRROR_TABS } from "./tabs";

const words = text.insight.learned;

interface Opening {
  figure: string | undefined;
  open: (figure: string) => void;
}

export function LearnedPage() {
  const { outcome, figure } = useSearch({ from: "/inside/learned" });
  const navigate = useNavigate({ from: "/learned" });
  const found = useQuery({ ...scorecard(outcome), placeholderData: keepPreviousData });
  const set = (next: { outcome?: string; figure?: string }) =>
    void navigate({ search: next, replace: true, resetScroll: false });
  const asked = outcome === undefined ? {} : { outcome };
  return (
    <Page
      title={words.title}
      sentence={found.data && headline(found.data)}
      note={found.data?.card && <Note data={found.data} card={found.data.card} />}
      actions={found.data?.card && <Propose card={found.data.card} />}
    >
      <Tabs label={text.attribution.tabs} tabs={MIRROR_TABS} />
      <search className={css.filters}>
        <NativeSelect
          label={words.outcome}
          data={Object.entries(words.outcomes).map(([value, label]) => ({ value, label }))}
          value={outcome ?? "accepted"}
          onChange={(event) => set({ outcome: event.currentTarget.value })}
        />
      </search>
      {figure !== undefined && (
        <Opened outcome={outcome} figure={figure} close={() => set(asked)} />
      )}
      <Found found={found}>
        {(data) => (
          <Learned
            data={data}
            opening={{ figure, open: (next) => set({ ...asked, figure: next }) }}
          />
        )}
      </Found>
    </Page>
  );
}

/** How well the points tell, beside those of the charter. */
function headline(data: Scorecard): string {
  const { card } = data;
  if (!card) return data.sentence;
  const of100 = (of: number) => Math.round(of * 100);
  const present = card.auc_present?.value;
  return words.sentence(of100(card.auc.value), present === undefined ? present : of100(present));
}

function Note({ data, card }: { data: Scorecard; card: Card }) {
  return <span>{card.is_small ? `${data.sentence} ${words.small}` : data.sentence}</span>;
}

/** Opens the editor of the charter with the clauses in place. */
function Propose({ card }: { card: Card }) {
  const inForce = useQuery(charter);
  const navigate = useNavigate();
  const me = useMe();
  const draft = card.charter;
  const version = inForce.data?.version;
  if (!me?.permissions.includes("proposals.write") || draft == null || !version) return null;
  return (
    <Button
      onClick={() => {
        keepDraft(version.hash, draft);
        void navigate({ to: "/charter/edit" });
      }}
    >
      {words.propose}
    </Button>
  );
}

interface OpenedProps {
  outcome: string | undefined;
  figure: string;
  close: () => void;
}

function Opened({ outcome, figure, close }: OpenedProps) {
  const found = useQuery(scorecardLeads(outcome, figure));
  return <Behind title={words.figures[figure] ?? words.rows.leads} found={found} close={close} />;
}

function Learned({ data, opening }: { data: Scorecard; opening: Opening }) {
  const counts: [string, number][] = [
    ["worked", data.worked],
    ["unworked", data.unworked],
    ["undecided", data.undecided],
  ];
  if (data.card) {
    counts.push(["learned_from", data.card.learned_from], ["held_out", data.card.held_out]);
  }
  return (
    <>
      <ul className={css.filters}>
        {counts.map(([figure, n]) => (
          <li key={figure}>
            {words.figures[figure]}{" "}
            <Count n={n} isOpen={opening.figure === figure} open={() => opening.open(figure)} />
          </li>
        ))}
      </ul>
      {data.card && <Told card={data.card} opening={opening} />}
    </>
  );
}

function Told({ card, opening }: { card: Card; opening: Opening }) {
  return (
    <>
      <Calibration card={card} opening={opening} />
      <section className={css.block}>
        <h2>{words.lines}</h2>
        <Table label={words.lines}>
          <thead>
            <tr>
              <th scope="col">{words.columns.reading}</th>
              <th scope="col">{words.columns.points}</th>
              <th scope="col">{words.columns.leads}</th>
              <th scope="col">{words.columns.with}</th>
            </tr>
          </thead>
          <tbody>
            {card.lines.map((line) => (
              <tr key={line.rule}>
                <th scope="row" data-text>
                  {line.reading}
                </th>
                <td>{line.points > 0 ? `+${line.points}` : line.points}</td>
                <td>{count(line.leads)}</td>
                <td>{count(line.with_outcome)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
      {card.refused.length > 0 && (
        <section className={css.block}>
          <h2>{words.refused}</h2>
          <p>{words.refusedHint}</p>
          <ul>
            {card.refused.map((it) => (
              <li key={it.name}>
                <b>{it.name}</b>: {it.evidence.map((each) => each.reading).join(" ")}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={css.block}>
        <h2>{words.clauses}</h2>
        <p>{card.clauses_reading}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key */}
        <pre className={css.pre} role="region" aria-label={words.clauses} tabIndex={0}>
          {card.clauses}
        </pre>
        {card.charter == null && <p>{words.noPropose}</p>}
      </section>
    </>
  );
}

function Calibration({ card, opening }: { card: Card; opening: Opening }) {
  const rows = card.calibration.map((row, at) => ({ ...row, value: `row:${at + 1}` }));
  const most = Math.max(0.01, ...rows.flatMap((row) => [row.expected, row.observed_high ?? 0]));
  const place = (of: number) => Math.min(100 - BAR_MARK, (of / most) * 100);
  const { columns } = { columns: words.rows };
  return (
    <section className={css.block}>
      <h2>{words.calibration}</h2>
      <ValueBars
        values={rows}
        name={(row) => words.row(row.low, row.high)}
        said={(row) => (row.observed == null ? "–" : share(row.observed))}
        draw={(row) => (
          <>
            {row.observed_low != null && row.observed_high != null && (
              <rect
                className={css.span}
                x={place(row.observed_low)}
                y="6"
                width={Math.max(BAR_MARK, place(row.observed_high) - place(row.observed_low))}
                height={BAR_HEIGHT - 12}
              />
            )}
            <rect
              className={css.bar}
              x={place(row.expected)}
              width={BAR_MARK * 2}
              height={BAR_HEIGHT}
            />
            {row.observed != null && (
              <rect
                className={css.mark}
                x={place(row.observed)}
                width={BAR_MARK * 2}
                height={BAR_HEIGHT}
              />
            )}
          </>
        )}
        caption={() => words.picture}
      />
      <Table label={words.calibration}>
        <thead>
          <tr>
            <th scope="col">{columns.points}</th>
            <th scope="col">{columns.leads}</th>
            <th scope="col">{columns.with}</th>
            <th scope="col">{columns.expected}</th>
            <th scope="col">{columns.observed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.value}>
              <th scope="row">{words.row(row.low, row.high)}</th>
              <td>
                <Count
                  n={row.leads}
                  isOpen={opening.figure === row.value}
                  open={() => opening.open(row.value)}
                />
              </td>
              <td>
                <Count
                  n={row.with_outcome}
                  isOpen={opening.figure === `${row.value}:with`}
                  open={() => opening.open(`${row.value}:with`)}
                />
              </td>
              <td>{share(row.expected)}</td>
              <td>{row.observed == null ? "–" : share(row.observed)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
