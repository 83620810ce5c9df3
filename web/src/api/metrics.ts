// The registry of metrics: what is asked of the server.

import { queryOptions } from "@tanstack/react-query";
import { setServerTime } from "../time/clock";
import { answer, api, type Schemas } from "./client";

export type Metrics = Schemas["Metrics"];
export type Metric = Schemas["Metric"];

/** From this instant on; until now. */
export const metrics = (from: string) =>
  queryOptions({
    queryKey: ["figures", "metrics", from],
    queryFn: async ({ signal }) => {
      const found = await answer(
        api.GET("/api/v1/metrics", { params: { query: { from } }, signal }),
      );
      setServerTime(found.as_of.now);
      return found;
    },
  });

/** The leads behind a metric that counts leads. */
export const behindMetric = (metric: string, from: string) =>
  queryOptions({
    queryKey: ["figures", "metrics", from, metric],
    queryFn: async ({ signal }) =>
      answer(api.GET("/api/v1/metrics/leads", { params: { query: { metric, from } }, signal })),
  });
