// Coverage: territories by segments, and buying committees: what is asked of the server.

import { queryOptions } from "@tanstack/react-query";
import { setServerTime } from "../time/clock";
import { answer, api, type Schemas } from "./client";

export type Coverage = Schemas["Coverage"];
export type CoverageCell = Schemas["CoverageCell"];
export type Committees = Schemas["Committees"];

export const coverage = queryOptions({
  queryKey: ["figures", "coverage"],
  queryFn: async ({ signal }) => {
    const found = await answer(api.GET("/api/v1/coverage", { signal }));
    setServerTime(found.as_of.now);
    return found;
  },
});

export interface CoverageFigure {
  territory_value: string;
  segment_value: string;
  figure: string;
}

export const coverageLeads = (query: CoverageFigure) =>
  queryOptions({
    queryKey: ["figures", "coverage", "leads", query],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/coverage/leads", { params: { query }, signal })),
  });

/** So many accounts are listed. */
const ACCOUNTS = 50;

export const committees = queryOptions({
  queryKey: ["figures", "coverage", "accounts"],
  queryFn: ({ signal }) =>
    answer(
      api.GET("/api/v1/coverage/accounts", { params: { query: { limit: ACCOUNTS } }, signal }),
    ),
});
