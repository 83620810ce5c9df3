// The first steps: the company, what the data says, the first charter.

import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "./client";

export type Company = Schemas["CompanyDocument"];
export type Findings = Schemas["FindingsDocument"];
export type Finding = Schemas["FindingDocument"];
export type Part = Schemas["PartDocument"];
export type Ready = Schemas["ReadyCharterDocument"];
export type Rehearsal = Schemas["RehearsalDocument"];

/** The company; `null` before anybody said. */
export const company = queryOptions({
  queryKey: ["company"],
  queryFn: async ({ signal }) =>
    (await answer(api.GET("/api/v1/company", { signal }))) as Company | null,
});

export function setCompany(body: Company): Promise<Company> {
  return answer(api.PUT("/api/v1/company", { body }));
}

/** What happened so far; of people, those that a source calls leads, where it calls any so. */
export const findings = (leads: string | undefined) =>
  queryOptions({
    queryKey: ["findings", leads ?? ""],
    queryFn: async ({ signal }) => {
      const params = { query: leads === undefined ? {} : { leads } };
      return answer(api.GET("/api/v1/findings", { params, signal }));
    },
    staleTime: 5 * 60_000,
  });

export const ready = queryOptions({
  queryKey: ["ready-charters"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/ready-charters", { signal })),
});

/** A charter over the last days of which anything is known. */
export const rehearsal = (text: string, days: number) =>
  queryOptions({
    queryKey: ["rehearsal", days, text],
    queryFn: async ({ signal }) =>
      answer(api.POST("/api/v1/rehearsals", { body: { text, days }, signal })),
    staleTime: 5 * 60_000,
  });

export function startTrial(text: string): Promise<Schemas["VersionLine"]> {
  return answer(api.POST("/api/v1/trials", { body: { text } }));
}
