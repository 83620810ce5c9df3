// The results in which one value has a part, the most money first.

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { money } from "../accounts/money";
import { won } from "../api/accounts";
import { type Attribution, type AttributionAsked, attributedResults } from "../api/attribution";
import { count, points, text } from "../text";
import { Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { Table } from "../ui/Table";
import css from "./attribution.module.css";

const words = text.attribution;

interface Props {
  asked: AttributionAsked;
  value: string;
  of: Attribution;
  close: () => void;
}

export function Results({ asked, value, of, close }: Props) {
  const found = useQuery(attributedResults(asked, value));
  const isOfLeads = of.unit === "leads";
  // What was won lately is known by its name; of the rest there is the id.
  const known = useQuery({ ...won, enabled: !isOfLeads });
  const named = new Map(known.data?.opportunities.map((it) => [it.id, it]));
  const { data } = found;
  const title = words.results(value.replaceAll("_", " ") || words.unnamed);
  return (
    <section className={css.results} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button type="button" onClick={close}>
          {text.actions.close}
        </button>
      </header>
      {found.isPending && <Waiting lines={4} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {data && data.list.length < data.count && <p>{words.first(data.list.length, data.count)}</p>}
      {data && (
        <Table label={title}>
          <thead>
            <tr>
              <th scope="col">{words.columns.result}</th>
              <th scope="col">{words.columns.part}</th>
              <th scope="col">{words.columns.amount}</th>
            </tr>
          </thead>
          <tbody>
            {data.list.map((it) => {
              const deal = named.get(it.id);
              const lead = isOfLeads ? it.id : deal?.lead;
              const name = deal?.account?.name ?? deal?.name ?? it.id;
              return (
                <tr key={it.id}>
                  <th scope="row">
                    {lead ? (
                      <Link to="/leads/$lead" params={{ lead }}>
                        {name}
                      </Link>
                    ) : (
                      name
                    )}
                  </th>
                  <td>{it.results == null ? "–" : points(it.results)}</td>
                  <td>
                    {it.amount_minor == null
                      ? "–"
                      : money(it.amount_minor / of.minor_per_unit, of.currency)}
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.all(count(data.count))}</th>
              <td>{data.results == null ? "–" : points(data.results)}</td>
              <td>
                {data.amount_minor == null
                  ? "–"
                  : money(data.amount_minor / of.minor_per_unit, of.currency)}
              </td>
            </tr>
          </tfoot>
        </Table>
      )}
    </section>
  );
}
