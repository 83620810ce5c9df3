// Feedback: what is asked of the server.

import { queryOptions } from "@tanstack/react-query";
import { setServerTime } from "../time/clock";
import { answer, api, type Schemas } from "./client";

export type Feedback = Schemas["Feedback"];

export interface FeedbackAsked {
  /** `campaign` when it is not said, or a trait. */
  by?: string;
}

export interface FeedbackFigure extends FeedbackAsked {
  /** A verdict, `refused`, a reason, `bought_later`, `mistaken` or `waiting`. */
  figure?: string;
  /** Of this value; of all without it. */
  value?: string;
}

export const feedback = ({ by }: FeedbackAsked) =>
  queryOptions({
    queryKey: ["figures", "feedback", by],
    queryFn: async ({ signal }) => {
      const query = by === undefined ? {} : { by };
      const found = await answer(api.GET("/api/v1/feedback", { params: { query }, signal }));
      setServerTime(found.as_of.now);
      return found;
    },
  });

export const behindFeedback = (query: FeedbackFigure) =>
  queryOptions({
    queryKey: ["figures", "behind", "feedback", query],
    queryFn: async ({ signal }) =>
      answer(api.GET("/api/v1/feedback/leads", { params: { query }, signal })),
  });
