// What sales says of the leads that it was given: where it refuses them, and why.

import { NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { behindFeedback, type Feedback, type FeedbackFigure, feedback } from "../api/feedback";
import { Behind } from "../leads/Behind";
import { MIRROR_TABS } from "../mirror/tabs";
import { count, text } from "../text";
import { Empty } from "../ui/Empty";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { words as readable } from "../ui/person";
import { Count, Table } from "../ui/Table";
import { Tabs } from "../ui/Tabs";
import css from "./feedback.module.css";
import { Refusals } from "./Refusals";
import { worst } from "./worst";

const words = text.feedback;

/** Shows a figure's leads, or hides them. */
type Open = (part: FeedbackFigure) => void;

export function FeedbackPage() {
  const search = useSearch({ from: "/inside/feedback" });
  const found = useQuery({ ...feedback(search), placeholderData: keepPreviousData });
  const navigate = useNavigate({ from: "/feedback" });
  const { data } = found;
  const set: Open = (part) =>
    void navigate({ search: { ...by(search), ...part }, replace: true, resetScroll: false });
  const isSilent = data?.whole.verdicts === 0;
  return (
    <Page title={words.title} sentence={data && headline(data)} note={data?.sentence}>
      <Tabs label={text.attribution.tabs} tabs={MIRROR_TABS} />
      <search className={css.filters}>
        <NativeSelect
          label={words.by}
          data={Object.entries(words.bys).map(([value, label]) => ({ value, label }))}
          value={search.by ?? "campaign"}
          onChange={(event) =>
            void navigate({ search: { by: event.currentTarget.value }, replace: true })
          }
        />
      </search>
      {found.isPending && <Waiting lines={8} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.isError && data && <OldNote error={found.error} retry={() => void found.refetch()} />}
      {isSilent && <Empty title={words.none} hint={words.noneHint} />}
      {data && !isSilent && (
        <>
          {search.figure && <Opened asked={search} close={() => set({})} />}
          <Refusals values={data.values} />
          <Mistakes data={data} open={set} />
          <Verdicts data={data} open={set} />
        </>
      )}
    </Page>
  );
}

function headline(data: Feedback): string {
  const most = worst(data.values);
  if (most === undefined) return words.all(data.whole.share_refused, data.whole.verdicts);
  const [first] = most.reasons;
  const why = first && first.word !== "" ? readable(first.word) : undefined;
  return words.sentence(most.value.replaceAll("_", " "), most.share_refused, why);
}

/** What is asked but for the list that is open. */
function by(search: FeedbackFigure): FeedbackFigure {
  return search.by === undefined ? {} : { by: search.by };
}

function Opened({ asked, close }: { asked: FeedbackFigure; close: () => void }) {
  const found = useQuery({ ...behindFeedback(asked), placeholderData: keepPreviousData });
  const figure = asked.figure ?? "";
  const name = words.figures[figure] ?? readable(figure);
  const value = asked.value?.replaceAll("_", " ");
  return <Behind title={words.behind(name, value)} found={found} close={close} />;
}

function Mistakes({ data, open }: { data: Feedback; open: Open }) {
  const all = [
    { figure: "bought_later", n: data.bought_later_count, name: words.boughtLater },
    { figure: "mistaken", n: data.mistaken_count, name: words.mistaken },
    { figure: "waiting", n: data.waiting, name: words.waiting },
  ];
  return (
    <section className={css.mistakes}>
      <h2>{words.mistakes}</h2>
      {data.mistakes && <p>{data.mistakes}</p>}
      <ul>
        {all.map(({ figure, n, name }) => (
          <li key={figure}>
            <Count n={n} open={() => open({ figure })}>
              {name(n)}
            </Count>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Verdicts({ data, open }: { data: Feedback; open: Open }) {
  const { columns } = words;
  return (
    <div className={css.verdicts}>
      <Table label={words.title}>
        <thead>
          <tr>
            <th scope="col">{columns.value}</th>
            <th scope="col">{columns.verdicts}</th>
            <th scope="col">{columns.refused}</th>
            <th scope="col">{columns.accepted}</th>
            <th scope="col">{columns.rejected}</th>
            <th scope="col">{columns.recycled}</th>
            <th scope="col">{columns.disqualified}</th>
            <th scope="col">{columns.reasons}</th>
          </tr>
        </thead>
        <tbody>
          {data.values.map((it) => (
            <tr key={it.value}>
              <th scope="row">
                {it.value.replaceAll("_", " ") || words.unnamed}
                {it.is_small && <span className={css.quiet}> {words.few}</span>}
              </th>
              <td>{count(it.verdicts)}</td>
              <Cell n={it.refused} figure="refused" of={it.value} open={open} />
              <Cell n={it.accepted} figure="accepted" of={it.value} open={open} />
              <Cell n={it.rejected} figure="rejected" of={it.value} open={open} />
              <Cell n={it.recycled} figure="recycled" of={it.value} open={open} />
              <Cell n={it.disqualified} figure="disqualified" of={it.value} open={open} />
              <td>{reasons(it.reasons)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface CellProps {
  n: number;
  figure: string;
  of: string;
  open: Open;
}

function Cell({ n, figure, of: value, open }: CellProps) {
  return (
    <td>
      <Count n={n} open={() => open({ figure, value })} />
    </td>
  );
}

/** The most frequent reasons, as many as a line takes. */
const REASONS_MAX = 3;

function reasons(all: Feedback["whole"]["reasons"]): string {
  const said = all.slice(0, REASONS_MAX).map(({ word, count: n }) => {
    return `${word === "" ? words.noReason : readable(word)} ${count(n)}`;
  });
  return said.join(", ");
}
