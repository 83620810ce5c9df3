// The leads behind a figure: as many as it says.

import type { UseQueryResult } from "@tanstack/react-query";
import type { Schemas } from "../api/client";
import { text } from "../text";
import { Waiting } from "../ui/Page";
import { ProblemNote } from "../ui/Problem";
import { LeadTable } from "./LeadTable";
import css from "./leads.module.css";

interface Props {
  title: string;
  found: UseQueryResult<Schemas["Behind"]>;
  close: () => void;
}

export function Behind({ title, found, close }: Props) {
  const { data } = found;
  return (
    <section className={css.behind} aria-label={title}>
      <header>
        <h2>
          {title}
          {data && `, ${text.behind.title(data.distinct_leads)}`}
        </h2>
        <button type="button" onClick={close}>
          {text.actions.close}
        </button>
      </header>
      {data && data.count !== data.distinct_leads && (
        <p>{text.behind.distinct(data.count, data.distinct_leads)}</p>
      )}
      {data && data.leads.length < data.count && data.leads.length >= LISTED_MAX && (
        <p>{text.behind.first(data.leads.length)}</p>
      )}
      {found.isPending && <Waiting lines={5} />}
      {found.isError && !data && (
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      )}
      {data && <LeadTable leads={distinct(data.leads)} />}
    </section>
  );
}

/** The server lists at most so many. */
const LISTED_MAX = 1000;

/** A lead that was promised twice is in the list twice, and shown once. */
function distinct<T extends { id: string }>(leads: T[]): T[] {
  return [...new Map(leads.map((lead) => [lead.id, lead])).values()];
}
