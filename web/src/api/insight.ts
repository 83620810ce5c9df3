// Cohorts, plans, forecasts, the alignment of both sides, sealed periods, two figures beside each
// other, and what was learned: what is asked of the server, and the leads behind each figure.

import { queryOptions } from "@tanstack/react-query";
import { setServerTime } from "../time/clock";
import { answer, api, type Schemas } from "./client";

export type Cohorts = Schemas["Cohorts"];
export type CohortCell = Schemas["CohortCell"];
export type Plan = Schemas["Plan"];
export type PlanStep = Schemas["PlanStep"];
export type Forecast = Schemas["ForecastAnswer"];
export type Span = Schemas["ForecastSpan"];
export type Alignment = Schemas["Alignment"];
export type Seal = Schemas["Seal"];
export type Restated = Schemas["RestatedPeriod"];
export type Reconciliation = Schemas["Reconciliation"];
export type Scorecard = Schemas["Scorecard"];
export type Card = Schemas["ScorecardTable"];

export interface CohortsAsked {
  stage?: string;
  every?: string;
}

export interface CohortFigure extends CohortsAsked {
  began?: string;
  age_days?: number;
  figure?: string;
}

export interface PlanAsked {
  goal?: number;
  days?: number;
}

/** What is counted for two figures: of the other only what differs. */
export interface TwoFigures {
  stage?: string;
  anchor?: string;
  from?: string;
  until?: string;
  as_known?: string;
  other_stage?: string;
  other_anchor?: string;
  other_from?: string;
  other_until?: string;
  other_as_known?: string;
}

/** Takes the server's time from what it answered. */
function timed<T extends { as_of: { now: string } }>(found: T): T {
  setServerTime(found.as_of.now);
  return found;
}

export const cohorts = (query: CohortsAsked) =>
  queryOptions({
    queryKey: ["figures", "cohorts", query],
    queryFn: async ({ signal }) =>
      timed(await answer(api.GET("/api/v1/cohorts", { params: { query }, signal }))),
  });

export const cohortLeads = (query: CohortFigure) =>
  queryOptions({
    queryKey: ["figures", "cohorts", "leads", query],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/cohorts/leads", { params: { query }, signal })),
  });

export const plan = (query: PlanAsked) =>
  queryOptions({
    queryKey: ["figures", "plan", query],
    queryFn: async ({ signal }) =>
      timed(await answer(api.GET("/api/v1/plan", { params: { query }, signal }))),
  });

export const planLeads = (query: PlanAsked & { figure: string }) =>
  queryOptions({
    queryKey: ["figures", "plan", "leads", query],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/plan/leads", { params: { query }, signal })),
  });

export const forecast = (query: { days?: number }) =>
  queryOptions({
    queryKey: ["figures", "forecast", query],
    queryFn: async ({ signal }) =>
      timed(await answer(api.GET("/api/v1/forecast", { params: { query }, signal }))),
  });

export const forecastLeads = (query: { days?: number; figure: string }) =>
  queryOptions({
    queryKey: ["figures", "forecast", "leads", query],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/forecast/leads", { params: { query }, signal })),
  });

export const alignment = queryOptions({
  queryKey: ["figures", "alignment"],
  queryFn: async ({ signal }) => timed(await answer(api.GET("/api/v1/alignment", { signal }))),
});

export const alignmentLeads = (figure: string) =>
  queryOptions({
    queryKey: ["figures", "alignment", "leads", figure],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/alignment/leads", { params: { query: { figure } }, signal })),
  });

export const seals = queryOptions({
  queryKey: ["figures", "seals"],
  queryFn: ({ signal }) => answer(api.GET("/api/v1/seals", { signal })),
});

export const seal = (id: number) =>
  queryOptions({
    queryKey: ["figures", "seals", id],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/seals/{seal}", { params: { path: { seal: id } }, signal })),
  });

export function makeSeal(body: Schemas["PeriodSaid"]): Promise<Seal> {
  return answer(api.POST("/api/v1/seals", { body }));
}

export interface RestatementFigure {
  metric: string;
  cause: string;
  change: string;
}

export const sealLeads = (id: number, query: RestatementFigure) =>
  queryOptions({
    queryKey: ["figures", "seals", id, "leads", query],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/seals/{seal}/leads", { params: { path: { seal: id }, query }, signal }),
      ),
  });

export const sealOpportunities = (id: number, query: RestatementFigure) =>
  queryOptions({
    queryKey: ["figures", "seals", id, "opportunities", query],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/seals/{seal}/opportunities", {
          params: { path: { seal: id }, query },
          signal,
        }),
      ),
  });

export const reconciliation = (query: TwoFigures) =>
  queryOptions({
    queryKey: ["figures", "reconciliation", query],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/reconciliations", { params: { query }, signal })),
  });

export const reconciliationLeads = (query: TwoFigures & { cause?: string; change: string }) =>
  queryOptions({
    queryKey: ["figures", "reconciliation", "leads", query],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/reconciliations/leads", { params: { query }, signal })),
  });

export const scorecard = (outcome: string | undefined) =>
  queryOptions({
    queryKey: ["figures", "scorecard", outcome],
    queryFn: async ({ signal }) => {
      const query = outcome === undefined ? {} : { outcome };
      return timed(await answer(api.GET("/api/v1/scorecard", { params: { query }, signal })));
    },
  });

export const scorecardLeads = (outcome: string | undefined, figure: string) =>
  queryOptions({
    queryKey: ["figures", "scorecard", "leads", outcome, figure],
    queryFn: ({ signal }) => {
      const query = { figure, ...(outcome === undefined ? {} : { outcome }) };
      return answer(api.GET("/api/v1/scorecard/leads", { params: { query }, signal }));
    },
  });
