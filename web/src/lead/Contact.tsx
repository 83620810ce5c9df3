// Who it is, for those who may see it.

import type { LeadPage } from "../api/queries";
import { text } from "../text";
import { words } from "../ui/person";
import css from "./lead.module.css";

export function Contact({ page }: { page: LeadPage }) {
  if (page.lead && page.lead.name == null)
    return <p className={css.quiet}>{text.lead.whoMaySee}</p>;
  const own = page.personal.filter((value) => value.subject === page.id && value.field !== "name");
  const said = new Set(own.map((value) => value.value));
  const elsewhere = page.identifiers.filter((identifier) => !said.has(identifier.value));
  if (own.length + elsewhere.length === 0) return null;
  return (
    <section>
      <h2>{text.lead.contact}</h2>
      <dl className={css.pairs}>
        {own.map(({ field, value }) => (
          <div key={field}>
            <dt>{words(field)}</dt>
            <dd>
              <Reach field={field} value={value} />
            </dd>
          </div>
        ))}
        {elsewhere.map(({ namespace, value }) => (
          <div key={`${namespace}-${value}`}>
            <dt>{words(namespace)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A mail address or a phone number, to reach at once. */
export function Reach({ field, value }: { field: string; value: string }) {
  if (field === "email") return <a href={`mailto:${value}`}>{value}</a>;
  if (field === "phone") return <a href={`tel:${value.replace(/[^+\d]/g, "")}`}>{value}</a>;
  return value;
}
