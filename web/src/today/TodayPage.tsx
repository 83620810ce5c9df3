// Today: did both sides keep their word, and what waits for a person.

import { Button } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { funnel, leadList, mirror, type Promises, promises } from "../api/queries";
import { StageBars } from "../funnel/StageBars";
import { sentence as sentenceOf } from "../funnel/sentence";
import { LeadTable } from "../leads/LeadTable";
import { WaitingProposals } from "../proposals/ProposalLines";
import { count, text } from "../text";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { Goals } from "./Goals";
import { Needs } from "./Needs";
import { SideWord } from "./SideWord";
import css from "./today.module.css";
import { Wins } from "./Wins";

/** So many of those that wait longest are listed. */
const LISTED = 8;

export function TodayPage() {
  const word = useQuery({ ...promises, placeholderData: keepPreviousData });
  const { data } = word;
  return (
    <Page
      title={text.today.title}
      sentence={data && sentence(data)}
      note={data && <AsOf data={data} />}
      actions={
        <Button component={Link} to="/leads">
          {text.today.openWaits}
        </Button>
      }
    >
      <WaitingProposals />
      <Needs />
      <Goals />
      {word.isPending && <Waiting lines={4} />}
      {word.isError && !data && (
        <ProblemNote error={word.error} retry={() => void word.refetch()} />
      )}
      {word.isError && data && <OldNote error={word.error} retry={() => void word.refetch()} />}
      {data && (
        <div className={css.sides}>
          {data.sides.map((side) => (
            <SideWord
              key={side.side}
              side={side}
              promises={data.promises.filter((it) => it.in_force && it.by === side.side)}
            />
          ))}
        </div>
      )}
      <Waits />
      <div className={css.lower}>
        <Stages />
        <div>
          <Sharpest />
          <Wins />
        </div>
      </div>
    </Page>
  );
}

function sentence(data: Promises): string {
  const open = (name: string) => data.sides.find((it) => it.side === name)?.still_open ?? 0;
  const [marketing, sales] = [open("marketing"), open("sales")];
  if (marketing === 0 && sales === 0) return text.today.both;
  if (marketing > 0 && sales > 0) return text.today.bothLate(marketing, sales);
  return marketing > 0
    ? text.today.sentence(text.sides.marketing.toLowerCase(), marketing)
    : text.today.sentence(text.sides.sales.toLowerCase(), sales);
}

function AsOf({ data }: { data: Promises }) {
  return (
    <span>
      {text.today.asOf("")}
      <Moment at={data.as_of.now} />, {text.today.since("")}
      <Moment at={data.as_of.charter_adopted_at} precision="day" />
      {data.as_of.leads_waiting_to_settle > 0 &&
        `. ${text.today.settling(data.as_of.leads_waiting_to_settle)}`}
    </span>
  );
}

function Waits() {
  const list = useInfiniteQuery(leadList({ open: true }, LISTED));
  const leads = list.data?.pages[0]?.leads ?? [];
  return (
    <section className={css.block}>
      <h2>{text.today.waits}</h2>
      {list.isPending && <Waiting lines={LISTED} />}
      {list.isError && !list.data && (
        <ProblemNote error={list.error} retry={() => void list.refetch()} />
      )}
      {list.data && leads.length === 0 && <p className={css.quiet}>{text.today.waitsNone}</p>}
      {leads.length > 0 && <LeadTable leads={leads.slice(0, LISTED)} />}
    </section>
  );
}

function Stages() {
  const found = useQuery({ ...funnel({}), placeholderData: keepPreviousData });
  return (
    <section className={css.block}>
      <h2>
        <Link to="/funnel">{text.today.funnel}</Link>
        {found.data && <span className={css.quiet}> {count(found.data.whole.leads)}</span>}
      </h2>
      {found.isPending && <Waiting lines={6} />}
      {found.data && found.data.whole.leads > 0 && (
        <p className={css.says}>{sentenceOf(found.data.whole)}</p>
      )}
      {found.data && <StageBars slice={found.data.whole} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
    </section>
  );
}

function Sharpest() {
  const found = useQuery({ ...mirror, placeholderData: keepPreviousData });
  return (
    <section className={css.block}>
      <h2>
        <Link to="/mirror">{text.today.mirror}</Link>
      </h2>
      {found.isPending && <Waiting lines={2} />}
      {found.data && <p className={css.says}>{found.data.sentence}</p>}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
    </section>
  );
}
