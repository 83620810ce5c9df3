// One lead to answer: who, why now, how long there is, what brought it, how to reach it.

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type LeadPage, type LeadSummary, lead as leadQuery } from "../api/queries";
import { Deeds } from "../deeds/Deeds";
import type { Deed } from "../deeds/deeds";
import { Reach } from "../lead/Contact";
import { sentence } from "../lead/thread";
import { points, text } from "../text";
import { Due } from "../ui/Due";
import { Moment } from "../ui/Moment";
import { Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { Stage } from "../ui/Stage";
import css from "./inbox.module.css";
import { PutAside } from "./PutAside";

interface Props {
  lead: LeadSummary;
  leaves: (lead: LeadSummary, deed: Deed, done: Promise<boolean>) => void;
  /** Puts it aside until then. */
  aside: (until: number) => void;
}

/** So many of the latest touches are named. */
const TOUCHES = 4;
const REACHES = ["phone", "email"];

export function Card({ lead, leaves, aside }: Props) {
  const details = useQuery(leadQuery(lead.id));
  const page = details.data;
  return (
    <section className={css.card} aria-label={lead.name ?? text.leads.unnamed}>
      <header>
        <div>
          <h2>
            <Link to="/leads/$lead" params={{ lead: lead.id }}>
              {lead.name ?? text.leads.unnamed}
            </Link>
          </h2>
          <p>{lead.company}</p>
        </div>
        <div className={css.clock}>
          <Due due={lead.due} isLate={lead.is_late} />
          <Stage stage={lead.stage} />
        </div>
      </header>
      {details.isError && !page && (
        <ProblemNote error={details.error} retry={() => void details.refetch()} />
      )}
      {!page && !details.isError && <Waiting lines={5} />}
      {page && <Brief page={page} lead={lead} />}
      <footer>
        <Deeds lead={lead} leaves={leaves} />
        <PutAside lead={lead} put={aside} />
      </footer>
    </section>
  );
}

function Brief({ page, lead }: { page: LeadPage; lead: LeadSummary }) {
  const touches = page.facts.filter((fact) => fact.kind === "touch" && isPast(fact.at, page));
  const latest = touches.slice(-TOUCHES).reverse();
  const reach = page.personal.filter(
    (value) => value.subject === page.id && REACHES.includes(value.field),
  );
  return (
    <>
      <p className={css.why}>{page.lead?.why ?? text.lead.whyNothing}</p>
      <dl className={css.brief}>
        <div>
          <dt>{text.inbox.brought}</dt>
          <dd>
            {latest.length === 0 && text.inbox.noTouch}
            <ul>
              {latest.map((fact) => (
                <li key={fact.key}>
                  <span>{sentence(fact.says, fact.actor)}</span>
                  <span className={css.quiet}>
                    <Moment at={fact.at} precision={fact.precision} />
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{text.lead.scores}</dt>
          <dd>
            {text.lead.fit} {points(Math.round(lead.fit))}, {text.lead.engagement}{" "}
            {points(Math.round(lead.engagement))}
          </dd>
        </div>
        {reach.map(({ field, value }) => (
          <div key={field}>
            <dt>{field === "phone" ? text.inbox.phone : text.signIn.email}</dt>
            <dd>
              <Reach field={field} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function isPast(at: string, page: LeadPage): boolean {
  return Date.parse(at) <= Date.parse(page.as_of.now);
}
