// Attribution: what is asked of the server.

import { queryOptions } from "@tanstack/react-query";
import { setServerTime } from "../time/clock";
import { answer, api, type Schemas } from "./client";

export type Attribution = Schemas["Attribution"];

export interface AttributionAsked {
  by?: string;
  /** Another model than the charter's. */
  model?: string;
}

export const attribution = (asked: AttributionAsked) =>
  queryOptions({
    queryKey: ["figures", "attribution", asked],
    queryFn: async ({ signal }) => {
      const found = await answer(
        api.GET("/api/v1/attribution", { params: { query: asked }, signal }),
      );
      setServerTime(found.as_of.now);
      return found;
    },
  });

/** The results in which a value has a part. */
export const attributedResults = (asked: AttributionAsked, value: string) =>
  queryOptions({
    queryKey: ["figures", "attribution", asked, value],
    queryFn: async ({ signal }) => {
      const query = { ...asked, value };
      return answer(api.GET("/api/v1/attribution/results", { params: { query }, signal }));
    },
  });
