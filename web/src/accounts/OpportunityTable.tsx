// Opportunities behind a figure: whom with, what they are worth, when they opened and ended.

import { Link } from "@tanstack/react-router";
import type { Opportunity } from "../api/accounts";
import { text } from "../text";
import { Moment } from "../ui/Moment";
import { money } from "./money";
import css from "./opportunities.module.css";

const words = text.accounts.opportunity;

interface Props {
  label: string;
  opportunities: Opportunity[];
  currency: string;
}

export function OpportunityTable({ label, opportunities, currency }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key
    <div className={css.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.table.name}</th>
            <th scope="col">{words.table.account}</th>
            <th scope="col">{words.table.amount}</th>
            <th scope="col">{words.table.opened}</th>
            <th scope="col">{words.table.closed}</th>
          </tr>
        </thead>
        <tbody>
          {opportunities.map((it) => (
            <tr key={it.id}>
              <th scope="row">
                {it.lead ? (
                  <Link to="/leads/$lead" params={{ lead: it.lead }}>
                    {it.name ?? words.unnamed}
                  </Link>
                ) : (
                  (it.name ?? words.unnamed)
                )}
              </th>
              <td>
                {it.account && (
                  <Link to="/accounts/$account" params={{ account: it.account.id }}>
                    {it.account.name}
                  </Link>
                )}
              </td>
              <td>{it.amount == null ? "–" : money(it.amount, currency)}</td>
              <td>{it.opened_at && <Moment at={it.opened_at} precision="day" />}</td>
              <td>{it.closed_at && <Moment at={it.closed_at} precision="day" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
