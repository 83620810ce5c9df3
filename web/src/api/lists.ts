// Lists of leads, kept as they change. A short list is asked again as a whole; of a long one only the
// leads that changed are, since asking for each of its pages again would keep the server busy.

import type { InfiniteData, Query, QueryClient } from "@tanstack/react-query";
import type { Schemas } from "./client";
import { isLong, unlessLong } from "./long";
import { lead as leadQuery } from "./queries";

type Page = Schemas["LeadList"];
type Lead = Schemas["LeadSummary"];

/** Of a long list so many leads are asked for at once; of more it says nothing until it is opened anew. */
const CHANGED_MAX = 20;

/** Asks again for every list on screen that is not long. */
export function refreshLists(client: QueryClient): Promise<void> {
  const all = { queryKey: ["leads"] };
  void client.invalidateQueries({ ...all, refetchType: "none" });
  const predicate = (query: Query) => unlessLong(query);
  return client.refetchQueries({ ...all, type: "active", predicate });
}

/** Asks for these leads where a long list on screen has them, and puts them in their rows. */
export async function refreshRows(client: QueryClient, ids: string[]): Promise<void> {
  const queries = client.getQueryCache().findAll({ queryKey: ["leads"], type: "active" });
  const long = queries.filter((query) => isLong(query.state.data));
  const shown = new Set(
    long.flatMap(({ state }) =>
      (state.data as InfiniteData<Page>).pages.flatMap((page) => page.leads.map(({ id }) => id)),
    ),
  );
  const changed = ids.filter((id) => shown.has(id)).slice(0, CHANGED_MAX);
  await Promise.all(
    changed.map(async (id) => {
      const { lead } = await client.fetchQuery({ ...leadQuery(id), staleTime: 0 });
      if (!lead) return;
      for (const { queryKey } of long) {
        client.setQueryData<InfiniteData<Page>>(queryKey, (data) => data && withLead(data, lead));
      }
    }),
  );
}

/** The list with a lead as it is now, in the row where it was; pages without it stay the same. */
export function withLead(data: InfiniteData<Page>, lead: Lead): InfiniteData<Page> {
  const pages = data.pages.map((page) => {
    const at = page.leads.findIndex(({ id }) => id === lead.id);
    return at < 0 ? page : { ...page, leads: page.leads.with(at, lead) };
  });
  return { ...data, pages };
}
