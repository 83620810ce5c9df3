// The latest wins, each told with everyone of both sides who helped.

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { money } from "../accounts/money";
import { type Opportunity, won } from "../api/accounts";
import { charter, lead as leadQuery } from "../api/queries";
import { text } from "../text";
import { Moment } from "../ui/Moment";
import { Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { helpersOf, latestWins } from "./helpers";
import css from "./today.module.css";

const words = text.today;
const SHOWN = 3;

export function Wins() {
  const found = useQuery(won);
  const latest = found.data ? latestWins(found.data.opportunities, SHOWN) : [];
  return (
    <section className={css.block}>
      <h2>{words.wins}</h2>
      {found.isPending && <Waiting lines={SHOWN} />}
      {found.isError && !found.data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.data && latest.length === 0 && <p className={css.quiet}>{words.noWins}</p>}
      {found.data && found.data.count > found.data.opportunities.length && (
        <p className={css.quiet}>{words.winsAmong(found.data.opportunities.length)}</p>
      )}
      <ul className={css.wins}>
        {latest.map((opportunity) => (
          <Win key={opportunity.id} won={opportunity} />
        ))}
      </ul>
    </section>
  );
}

function Win({ won: it }: { won: Opportunity }) {
  const terms = useQuery(charter);
  const story = useQuery({ ...leadQuery(it.lead ?? ""), enabled: it.lead != null });
  const helpers = story.data && helpersOf(story.data.facts, it.closed_at);
  const name = it.account?.name ?? it.name ?? text.accounts.opportunity.unnamed;
  return (
    <li>
      <p>
        {it.account ? (
          <Link to="/accounts/$account" params={{ account: it.account.id }}>
            {name}
          </Link>
        ) : (
          <b>{name}</b>
        )}
        {it.amount != null && `, ${money(it.amount, terms.data?.currency)}`}
        {it.closed_at && (
          <span className={css.quiet}>
            {" "}
            <Moment at={it.closed_at} precision="day" />
          </span>
        )}
      </p>
      {helpers && (
        <p className={css.helpers}>
          <span data-side="marketing">{helpers.marketing.join(", ") || words.nobodyKnown}</span>
          <span data-side="sales">{helpers.sales.join(", ") || words.nobodyKnown}</span>
        </p>
      )}
    </li>
  );
}
