// One account: its stage and clock, its opportunities, who decides there, and what was decided.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { account, type AccountPage as Document } from "../api/accounts";
import { charter } from "../api/queries";
import { LeadTable } from "../leads/LeadTable";
import { text } from "../text";
import { Due } from "../ui/Due";
import { Moment } from "../ui/Moment";
import { Page, Waiting } from "../ui/Page";
import { OldNote, ProblemNote } from "../ui/Problem";
import { words as inWords, person } from "../ui/person";
import { Stage } from "../ui/Stage";
import css from "./accounts.module.css";
import { money } from "./money";

const words = text.accounts;

export function AccountPage() {
  const { account: id } = useParams({ from: "/inside/accounts/$account" });
  const found = useQuery({ ...account(id), placeholderData: keepPreviousData });
  const { data } = found;
  return (
    <Page
      title={data?.account.name ?? words.one}
      sentence={data && sentence(data)}
      note={data && <Where data={data} />}
    >
      {found.isPending && <Waiting lines={10} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.isError && data && <OldNote error={found.error} retry={() => void found.refetch()} />}
      {data && (
        <>
          <Opportunities data={data} />
          <People data={data} />
          <div className={css.columns} data-single={data.decisions.length === 0 || undefined}>
            <Decisions data={data} />
            <Known data={data} />
          </div>
        </>
      )}
    </Page>
  );
}

function sentence({ account: { name, stage, people } }: Document): string {
  return stage ? words.inStage(name, stage.name) : words.noStage(name, people);
}

function Where({ data: { account: it } }: { data: Document }) {
  return (
    <span className={css.where}>
      {it.stage && <Stage stage={it.stage} />}
      {it.stage && <Due due={it.due} isLate={it.is_late} />}
      {it.who && <span>{person(it.who)}</span>}
      <Link to="/accounts">{words.title}</Link>
    </span>
  );
}

function Opportunities({ data }: { data: Document }) {
  const terms = useQuery(charter);
  return (
    <section className={css.block}>
      <h2>{words.opportunities(data.opportunities_count)}</h2>
      {data.opportunities_count > data.opportunities.length && (
        <p className={css.quiet}>{words.first(data.opportunities.length)}</p>
      )}
      {data.opportunities.length === 0 && <p className={css.quiet}>{words.noOpportunities}</p>}
      {data.opportunities.length > 0 && (
        <table className={css.table} aria-label={words.opportunities(data.opportunities_count)}>
          <thead>
            <tr>
              <th scope="col">{words.opportunity.name}</th>
              <th scope="col">{words.opportunity.outcome}</th>
              <th scope="col" data-wide>
                {words.opportunity.stage}
              </th>
              <th scope="col" data-number>
                {words.opportunity.amount}
              </th>
              <th scope="col" data-wide>
                {words.opportunity.opened}
              </th>
              <th scope="col">{words.opportunity.closed}</th>
            </tr>
          </thead>
          <tbody>
            {data.opportunities.map((it) => (
              <tr key={it.id}>
                <th scope="row">
                  {it.lead ? (
                    <Link to="/leads/$lead" params={{ lead: it.lead }}>
                      {it.name ?? words.opportunity.unnamed}
                    </Link>
                  ) : (
                    (it.name ?? words.opportunity.unnamed)
                  )}
                </th>
                <td>{words.outcomes[it.outcome] ?? it.outcome}</td>
                <td data-wide>{it.stage ? inWords(it.stage) : "–"}</td>
                <td data-number>
                  {it.amount == null ? "–" : money(it.amount, terms.data?.currency)}
                </td>
                <td data-wide>
                  {it.opened_at ? <Moment at={it.opened_at} precision="day" /> : "–"}
                </td>
                <td>{it.closed_at ? <Moment at={it.closed_at} precision="day" /> : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function People({ data }: { data: Document }) {
  const leads = data.people.map(({ lead, belongs_now }) =>
    belongs_now ? lead : { ...lead, company: words.formerly },
  );
  return (
    <section className={css.block}>
      <h2>{words.people(data.people_count)}</h2>
      {data.people_count > data.people.length && (
        <p className={css.quiet}>{words.first(data.people.length)}</p>
      )}
      {leads.length > 0 && <LeadTable leads={leads} />}
    </section>
  );
}

function Decisions({ data }: { data: Document }) {
  if (data.decisions.length === 0) return null;
  return (
    <section>
      <h2>{words.decisions}</h2>
      <ol className={css.decisions}>
        {data.decisions.toReversed().map((it) => (
          <li key={`${it.at} ${it.what} ${it.target} ${it.clause}`} title={it.clause_says ?? ""}>
            <span>{it.says}</span>
            <span className={css.quiet}>
              <Moment at={it.at} precision={it.precision} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Known({ data }: { data: Document }) {
  const rows: [string, string][] = [
    ...data.identifiers.map((it): [string, string] => [inWords(it.namespace), it.value]),
    ...data.traits.map((it): [string, string] => [
      inWords(it.name.replace(/^account\./, "")),
      inWords(String(it.value)),
    ]),
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{words.traits}</h2>
      <dl className={css.pairs}>
        {rows.map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
