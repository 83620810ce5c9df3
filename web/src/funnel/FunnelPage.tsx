// The funnel: the largest loss against what was agreed, the stages, and the leads behind each.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { behindFunnel, type Funnel, funnel } from "../api/queries";
import { Behind } from "../leads/Behind";
import type { FunnelSearch } from "../router";
import { count, points, share, text } from "../text";
import { serverNow } from "../time/clock";
import { Empty } from "../ui/Empty";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { Tabs } from "../ui/Tabs";
import { Compared } from "./Compared";
import { type Period, periods } from "./compared";
import { FunnelFilters, readable, Share, useSet } from "./FunnelFilters";
import css from "./funnel.module.css";
import type { Slice } from "./loss";
import { StageBars } from "./StageBars";
import { sentence } from "./sentence";
import { FUNNEL_TABS } from "./tabs";

const DAY_MS = 86_400_000;

export function FunnelPage() {
  const search = useSearch({ from: "/inside/funnel" });
  const period = search.days ? periods(search.days, serverNow()) : undefined;
  const asked = { by: search.by, ...period?.last, as_known: endOf(search.known) };
  const found = useQuery({ ...funnel(asked), placeholderData: keepPreviousData });
  const { data } = found;
  return (
    <Page
      title={text.funnel.title}
      sentence={data && sentence(data.whole)}
      note={data && asked.as_known && search.known && <Known at={search.known} />}
      actions={data && <Share data={data} sentence={sentence(data.whole)} />}
    >
      <Tabs label={text.metrics.tabs} tabs={FUNNEL_TABS} />
      <FunnelFilters search={search} />
      {found.isPending && <Waiting lines={9} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.isError && data && <OldNote error={found.error} retry={() => void found.refetch()} />}
      {data && data.whole.leads === 0 && (
        <Empty title={text.funnel.empty} hint={text.funnel.emptyHint} />
      )}
      {data && data.whole.leads > 0 && (
        <Whole data={data} search={search} before={search.known ? undefined : period?.before} />
      )}
    </Page>
  );
}

/** The end of a day that is over, in UTC; absent for today and later, which is now. */
function endOf(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  const end = Date.parse(day) + DAY_MS;
  return end > serverNow() ? undefined : new Date(end).toISOString();
}

function Known({ at }: { at: string }) {
  return (
    <span>
      {text.funnel.asKnown(at)} {text.funnel.asKnownNote}
    </span>
  );
}

interface WholeProps {
  data: Funnel;
  search: FunnelSearch;
  /** The period before the one shown; absent where there is none to compare with. */
  before: Period | undefined;
}

function Whole({ data, search, before }: WholeProps) {
  const set = useSet();
  const choose = (stage: string) =>
    set({ stage: search.stage === stage ? undefined : stage, figure: "reached", value: undefined });
  return (
    <>
      <StageBars
        slice={data.whole}
        chosen={search.stage}
        choose={search.known ? undefined : choose}
      />
      {search.stage && !search.known && <Opened search={search} stage={search.stage} data={data} />}
      {search.vs && before && <Compared now={data} before={before} />}
      <div className={css.lists}>
        <Paces slice={data.whole} />
        <Beside
          slice={data.whole}
          open={search.known ? undefined : (stage) => set({ stage, figure: "resting" })}
        />
      </div>
      {data.slices.length > 0 && <Slices data={data} />}
    </>
  );
}

function Opened({ search, stage, data }: { search: FunnelSearch; stage: string; data: Funnel }) {
  const set = useSet();
  const figure = search.figure ?? "reached";
  const asked = { stage, figure, by: search.by, value: search.value, from: data.from ?? undefined };
  const found = useQuery({ ...behindFunnel(asked), placeholderData: keepPreviousData });
  const all = [...data.whole.stages, ...data.whole.beside];
  const name = all.find((known) => known.id === stage)?.name ?? stage;
  const words: Record<string, string> = {
    reached: text.funnel.reached,
    waiting: text.funnel.waiting,
    resting: text.funnel.resting,
  };
  return (
    <Behind
      title={`${name}: ${words[figure] ?? figure}`}
      found={found}
      close={() => set({ stage: undefined, figure: undefined, value: undefined })}
    />
  );
}

function Paces({ slice }: { slice: Slice }) {
  const name = (id: string) => slice.stages.find((stage) => stage.id === id)?.name ?? readable(id);
  const path = slice.velocities.filter((pace) => pace.n > 0);
  return (
    <section>
      <h2>{text.funnel.pace}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key */}
      <div className={css.scroll} role="region" aria-label={text.funnel.pace} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{text.funnel.from}</th>
              <th scope="col">{text.funnel.to}</th>
              <th scope="col">{text.funnel.n}</th>
              <th scope="col">{text.funnel.median}</th>
              <th scope="col">{text.funnel.p90}</th>
            </tr>
          </thead>
          <tbody>
            {path.map((pace) => (
              <tr key={`${pace.from}-${pace.to}`}>
                <td>{name(pace.from)}</td>
                <td>{name(pace.to)}</td>
                <td>{count(pace.n)}</td>
                <td>{pace.elapsed_days ? points(pace.elapsed_days.median) : "–"}</td>
                <td>{pace.elapsed_days ? points(pace.elapsed_days.p90) : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface BesideProps {
  slice: Slice;
  /** Opens the leads of a stage; absent where the figures are of another time. */
  open: ((stage: string) => void) | undefined;
}

function Beside({ slice, open }: BesideProps) {
  return (
    <section>
      <h2>{text.funnel.beside}</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{text.leads.stage}</th>
            <th scope="col">{text.funnel.entered}</th>
            <th scope="col">{text.funnel.resting}</th>
          </tr>
        </thead>
        <tbody>
          {slice.beside.map((stage) => (
            <tr key={stage.id}>
              <td>{stage.name}</td>
              <td>{count(stage.entered)}</td>
              <td>
                {open ? (
                  <button type="button" className={css.number} onClick={() => open(stage.id)}>
                    {count(stage.resting)}
                  </button>
                ) : (
                  count(stage.resting)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** So many slices are listed; the rest are few leads each. */
const SLICES_MAX = 20;

function Slices({ data }: { data: Funnel }) {
  const set = useSet();
  const shown = data.slices.slice(0, SLICES_MAX);
  return (
    <section className={css.slices}>
      <h2>
        {text.funnel.by} {readable(data.by ?? "")}
        {data.slices.length > SLICES_MAX && ` (${text.behind.first(SLICES_MAX)})`}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key */}
      <div className={css.scroll} role="region" aria-label={readable(data.by ?? "")} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{readable(data.by ?? "")}</th>
              {data.whole.stages.map((stage) => (
                <th scope="col" key={stage.id}>
                  {stage.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((slice) => (
              <tr key={slice.value ?? ""}>
                <th scope="row">{slice.value?.replaceAll("_", " ") ?? text.funnel.unknownValue}</th>
                {slice.stages.map((stage) => (
                  <td key={stage.id}>
                    {slice.value && !data.as_known ? (
                      <button
                        type="button"
                        className={css.number}
                        onClick={() =>
                          set({
                            stage: stage.id,
                            figure: "reached",
                            value: slice.value ?? undefined,
                          })
                        }
                      >
                        {count(stage.reached)}
                      </button>
                    ) : (
                      count(stage.reached)
                    )}
                    <span className={css.quiet}>
                      {stage.share_of_previous != null && stage !== slice.stages[0]
                        ? ` ${share(stage.share_of_previous)}`
                        : ""}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
