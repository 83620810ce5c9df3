// Accounts and opportunities: what is asked of the server.

import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { setServerTime } from "../time/clock";
import { answer, api, type Schemas } from "./client";

export type Account = Schemas["AccountSummary"];
export type AccountPage = Schemas["AccountPage"];
export type Opportunity = Schemas["OpportunitySummary"];

/** A page of a list has so many; the server gives at most 200. */
const PAGE = 100;
const PAGE_MAX = 200;

function timed<T extends { as_of: { now: string } }>(document: T): T {
  setServerTime(document.as_of.now);
  return document;
}

export const accountList = (text: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ["figures", "accounts", text ?? ""],
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? {} : { cursor: pageParam };
      const query = { limit: PAGE, ...cursor, ...(text ? { text } : {}) };
      return timed(await answer(api.GET("/api/v1/accounts", { params: { query }, signal })));
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });

export const account = (id: string) =>
  queryOptions({
    queryKey: ["figures", "account", id],
    queryFn: async ({ signal }) =>
      timed(
        await answer(
          api.GET("/api/v1/accounts/{account}", { params: { path: { account: id } }, signal }),
        ),
      ),
  });

/** The opportunities that were won, those opened last first, as many as one page has. */
export const won = queryOptions({
  queryKey: ["figures", "won"],
  queryFn: async ({ signal }) => {
    const query = { outcome: "won", limit: PAGE_MAX };
    return timed(await answer(api.GET("/api/v1/opportunities", { params: { query }, signal })));
  },
});
