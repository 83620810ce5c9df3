// What is known of a lead and its company.

import type { LeadPage } from "../api/queries";
import { count, text } from "../text";
import { words } from "../ui/person";
import css from "./lead.module.css";

export function Traits({ page }: { page: LeadPage }) {
  if (page.traits.length === 0) return null;
  return (
    <section>
      <h2>{text.lead.known}</h2>
      <dl className={css.pairs}>
        {page.traits.map((known) => (
          <div key={known.name}>
            <dt>{traitName(known.name)}</dt>
            <dd>{traitValue(known.value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** "account.employees" is "company employees". */
export function traitName(name: string): string {
  return words(name.replace(/^account\./, "company ").replace(/^(?:lead|opportunity)\./, ""));
}

function traitValue(value: unknown): string {
  if (typeof value === "number") return count(value);
  if (typeof value === "boolean") return value ? text.yes : text.no;
  return typeof value === "string" ? words(value) : "—";
}
