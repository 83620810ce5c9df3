// The mirror: whom marketing sends against whom sales wins.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Mirror, mirror } from "../api/queries";
import { traitName } from "../lead/Traits";
import { count, share, text } from "../text";
import { Empty } from "../ui/Empty";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { Tabs } from "../ui/Tabs";
import { Dumbbells } from "./Dumbbells";
import css from "./mirror.module.css";
import { MIRROR_TABS } from "./tabs";

type Trait = Mirror["traits"][number];

export function MirrorPage() {
  const found = useQuery({ ...mirror, placeholderData: keepPreviousData });
  const { data } = found;
  const won = Math.max(0, ...(data?.traits ?? []).map((it) => it.known.won + it.not_known.won));
  return (
    <Page
      title={text.mirror.title}
      sentence={data?.sentence}
      note={data && data.sent > 0 ? text.mirror.n(data.sent, won) : undefined}
    >
      <Tabs label={text.attribution.tabs} tabs={MIRROR_TABS} />
      {found.isPending && <Waiting lines={9} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.isError && data && <OldNote error={found.error} retry={() => void found.refetch()} />}
      {data && data.sent === 0 && <Empty title={text.mirror.empty} hint={text.mirror.emptyHint} />}
      {data && data.sent > 0 && <Traits traits={data.traits} />}
      {data && data.left_out.length > 0 && (
        <p className={css.quiet}>{text.mirror.leftOut(data.left_out.map(traitName).join(", "))}</p>
      )}
    </Page>
  );
}

function Traits({ traits }: { traits: Trait[] }) {
  return (
    <>
      <p className={css.legend} aria-hidden="true">
        <span data-side="marketing">{text.mirror.sentLabel}</span>
        <span data-side="sales">{text.mirror.wonLabel}</span>
      </p>
      <div className={css.traits}>
        {traits.map((trait) => (
          <section key={trait.name}>
            <h2>{traitName(trait.name)}</h2>
            {trait.comparison !== "sound" && (
              <p className={css.quiet}>
                {text.mirror.comparison[trait.comparison] ?? trait.comparison}
              </p>
            )}
            <Dumbbells trait={trait} />
            <Table trait={trait} />
          </section>
        ))}
      </div>
    </>
  );
}

function Table({ trait }: { trait: Trait }) {
  return (
    <details className={css.table}>
      <summary>{text.mirror.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{traitName(trait.name)}</th>
            <th scope="col">{text.mirror.sentLabel}</th>
            <th scope="col">{text.mirror.acceptedLabel}</th>
            <th scope="col">{text.mirror.wonLabel}</th>
            <th scope="col">{text.mirror.gap}</th>
          </tr>
        </thead>
        <tbody>
          {trait.values.map((value) => (
            <tr key={value.value}>
              <th scope="row">{value.value.replaceAll("_", " ")}</th>
              <td>{count(value.leads.sent)}</td>
              <td>{count(value.leads.accepted)}</td>
              <td>{count(value.leads.won)}</td>
              <td>{value.won_less_sent ? gap(value.won_less_sent) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function gap({ value, low, high }: { value: number; low: number; high: number }): string {
  return text.mirror.interval(share(value), share(low), share(high));
}
