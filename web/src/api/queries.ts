// What is asked of the server, each under the name by which it is asked again.

import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { setServerTime } from "../time/clock";
import { setZone } from "../time/words";
import { answer, api, type Schemas } from "./client";
import { unlessLong } from "./long";

export type LeadSummary = Schemas["LeadSummary"];
export type LeadPage = Schemas["LeadPage"];
export type Charter = Schemas["CharterDocument"];
export type Funnel = Schemas["Funnel"];
export type Promises = Schemas["Promises"];
export type Mirror = Schemas["MirrorDocument"];

/** A page of a list of leads has so many. */
const PAGE_LEADS = 100;
/** Whoever scrolls on gets so many at once, so that the end of a long list comes. */
const PAGE_LEADS_ON = 1000;

export interface LeadFilter {
  stage?: string | undefined;
  who?: string | undefined;
  text?: string | undefined;
  open?: boolean | undefined;
  place?: "queue" | undefined;
  due?: "late" | "soon" | undefined;
}

/** An answer carries the server's time, by which clocks are shown. */
function timed<T extends { as_of: { now: string } }>(document: T): T {
  setServerTime(document.as_of.now);
  return document;
}

/** Without what is not asked for: the API takes no empty parameters. */
function given<T extends object>(asked: T): { [K in keyof T]: NonNullable<T[K]> } {
  const entries = Object.entries(asked).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  return Object.fromEntries(entries) as { [K in keyof T]: NonNullable<T[K]> };
}

export const leadList = (filter: LeadFilter, limit = PAGE_LEADS) =>
  infiniteQueryOptions({
    queryKey: ["leads", filter, limit],
    queryFn: async ({ pageParam, signal }) => {
      const on = { limit: PAGE_LEADS_ON, cursor: pageParam };
      const query = { ...given(filter), ...(pageParam ? on : { limit }) };
      return timed(await answer(api.GET("/api/v1/leads", { params: { query }, signal })));
    },
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchOnMount: unlessLong,
    refetchOnWindowFocus: unlessLong,
    refetchOnReconnect: unlessLong,
  });

/** The first few leads that match. */
export const leadSearch = (text: string, limit: number) =>
  queryOptions({
    queryKey: ["leads", "search", text, limit],
    queryFn: async ({ signal }) =>
      timed(await answer(api.GET("/api/v1/leads", { params: { query: { text, limit } }, signal }))),
    enabled: text.length > 0,
  });

export const lead = (id: string) =>
  queryOptions({
    queryKey: ["lead", id],
    queryFn: async ({ signal }) =>
      timed(
        await answer(api.GET("/api/v1/leads/{lead}", { params: { path: { lead: id } }, signal })),
      ),
  });

export const charter = queryOptions({
  queryKey: ["charter"],
  queryFn: async ({ signal }) => {
    const document = await answer(api.GET("/api/v1/charter", { signal }));
    setZone(document.timezone);
    return document;
  },
  staleTime: 5 * 60_000,
});

export const charterVersion = (number: number) =>
  queryOptions({
    queryKey: ["charter", number],
    queryFn: async ({ signal }) =>
      answer(api.GET("/api/v1/charters/{number}", { params: { path: { number } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const charterVersions = queryOptions({
  queryKey: ["charter", "versions"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/charters", { signal })),
});

export interface FunnelAsked {
  by?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  /** As it was known then. */
  as_known?: string | undefined;
}

export const funnel = (asked: FunnelAsked) =>
  queryOptions({
    queryKey: ["figures", "funnel", asked],
    queryFn: async ({ signal }) =>
      timed(await answer(api.GET("/api/v1/funnel", { params: { query: given(asked) }, signal }))),
  });

export interface BehindFunnel extends Omit<FunnelAsked, "as_known"> {
  stage: string;
  figure: string;
  value?: string | undefined;
}

export const behindFunnel = (asked: BehindFunnel) =>
  queryOptions({
    queryKey: ["figures", "behind", asked],
    queryFn: async ({ signal }) =>
      answer(
        api.GET("/api/v1/funnel/leads", {
          params: { query: { ...given(asked), stage: asked.stage, figure: asked.figure } },
          signal,
        }),
      ),
  });

export const waiting = queryOptions({
  queryKey: ["figures", "waiting"],
  queryFn: async ({ signal }) => timed(await answer(api.GET("/api/v1/waiting", { signal }))),
});

export const promises = queryOptions({
  queryKey: ["figures", "promises"],
  queryFn: async ({ signal }) => timed(await answer(api.GET("/api/v1/promises", { signal }))),
});

export const behindPromise = (promise: string, figure: string) =>
  queryOptions({
    queryKey: ["figures", "behind", promise, figure],
    queryFn: async ({ signal }) =>
      answer(api.GET("/api/v1/promises/leads", { params: { query: { promise, figure } }, signal })),
  });

export const mirror = queryOptions({
  queryKey: ["figures", "mirror"],
  queryFn: async ({ signal }) => timed(await answer(api.GET("/api/v1/mirror", { signal }))),
});
