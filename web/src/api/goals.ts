// Goals: what is asked of the server.

import { queryOptions } from "@tanstack/react-query";
import { setServerTime } from "../time/clock";
import { answer, api, type Schemas } from "./client";

export type Goals = Schemas["Goals"];
export type Goal = Schemas["Goal"];

export const goals = queryOptions({
  queryKey: ["figures", "goals"],
  queryFn: async ({ signal }) => {
    const found = await answer(api.GET("/api/v1/goals", { signal }));
    setServerTime(found.as_of.now);
    return found;
  },
});

/** The leads behind a goal that counts leads. */
export const goalLeads = (goal: string) =>
  queryOptions({
    queryKey: ["figures", "goals", goal, "leads"],
    queryFn: async ({ signal }) =>
      answer(api.GET("/api/v1/goals/{goal}/leads", { params: { path: { goal } }, signal })),
  });

/** The opportunities behind a goal that counts those. */
export const goalOpportunities = (goal: string) =>
  queryOptions({
    queryKey: ["figures", "goals", goal, "opportunities"],
    queryFn: async ({ signal }) =>
      answer(api.GET("/api/v1/goals/{goal}/opportunities", { params: { path: { goal } }, signal })),
  });
