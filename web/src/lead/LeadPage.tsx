// One lead: where it is and why, the next step, what happened, and how its score comes about.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useRef } from "react";
import { charter, type LeadPage as Document, lead as leadQuery } from "../api/queries";
import { Deeds } from "../deeds/Deeds";
import { Whom } from "../leads/LeadTable";
import { useKeys } from "../shell/keys";
import { text } from "../text";
import { Due } from "../ui/Due";
import { Empty } from "../ui/Empty";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { Stage } from "../ui/Stage";
import { Automatic } from "./Automatic";
import { CallBar } from "./CallBar";
import { Contact } from "./Contact";
import css from "./lead.module.css";
import { Path } from "./Path";
import { PromiseList } from "./PromiseList";
import { Scores } from "./Scores";
import { Thread } from "./Thread";
import { Traits } from "./Traits";

export function LeadPage() {
  const { lead: id } = useParams({ from: "/inside/leads/$lead" });
  const found = useQuery({ ...leadQuery(id), placeholderData: keepPreviousData });
  const page = found.data;
  if (page === undefined) {
    return (
      <Page title={text.leads.title}>
        {found.isError ? (
          <ProblemNote error={found.error} retry={() => void found.refetch()} />
        ) : (
          <Waiting lines={10} />
        )}
      </Page>
    );
  }
  const { lead } = page;
  const name = lead?.name ?? lead?.company ?? text.leads.unnamed;
  return (
    <Page
      title={name}
      sentence={<Sentence page={page} name={name} />}
      note={lead && <Where lead={lead} account={page.account} />}
      actions={lead && <Deeds lead={lead} />}
    >
      {found.isError && <OldNote error={found.error} retry={() => void found.refetch()} />}
      {lead === null || lead === undefined ? (
        <Empty title={text.lead.gone} />
      ) : (
        <Whole page={page} />
      )}
    </Page>
  );
}

type Lead = NonNullable<Document["lead"]>;

/** "Ida Aldermere of Beaconcastle waits with Jannik Dornquist." */
function Sentence({ page, name }: { page: Document; name: string }) {
  const { lead } = page;
  const of = lead?.company && lead.company !== name ? text.lead.of(lead.company) : "";
  if (!lead?.stage) return `${name}${of} ${text.lead.noPass}`;
  const isResting = lead.place === "nowhere" || lead.place === "nurture";
  return (
    <>
      {name}
      {of} {isResting ? text.lead.restsIn(lead.stage.name) : <Waits lead={lead} />}
    </>
  );
}

function Waits({ lead }: { lead: Lead }) {
  const [before, after] = text.lead.waits("\u0000").split("\u0000");
  return (
    <>
      {before}
      <Whom lead={lead} />
      {after}
    </>
  );
}

function Where({ lead, account }: { lead: Lead; account: Document["account"] }) {
  return (
    <span className={css.where}>
      <Stage stage={lead.stage} />
      <Due due={lead.due} isLate={lead.is_late} />
      {lead.returns_at && (
        <span>
          {text.time.returns("")} <Moment at={lead.returns_at} precision="day" />
        </span>
      )}
      {account && (
        <Link to="/accounts/$account" params={{ account: account.id }}>
          {text.accounts.ofLead}
        </Link>
      )}
      {lead.pass > 1 && <span>{text.lead.pass(lead.pass)}</span>}
    </span>
  );
}

function Whole({ page }: { page: Document }) {
  const terms = useQuery(charter);
  const why = useRef<HTMLElement>(null);
  useKeys({
    w: () => {
      why.current?.scrollIntoView({ block: "center" });
      why.current?.focus();
    },
  });
  return (
    <>
      {terms.data && <Path charter={terms.data} page={page} />}
      <section className={css.why} ref={why} tabIndex={-1}>
        <h2>{text.lead.why}</h2>
        <p>{page.lead?.why ?? text.lead.whyNothing}</p>
        {page.lead?.entered_at && (
          <p className={css.since}>
            {text.lead.since("")}
            <Moment at={page.lead.entered_at} precision={page.lead.entered_precision} />
          </p>
        )}
      </section>
      <div className={css.columns}>
        <Thread page={page} />
        <aside className={css.aside}>
          <Contact page={page} />
          <Scores page={page} />
          <PromiseList page={page} />
          <Traits page={page} />
          <Automatic lines={page.automatic} />
        </aside>
      </div>
      <CallBar page={page} />
    </>
  );
}
