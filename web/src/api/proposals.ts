// Proposals: what is asked of the server, and what is done with them.

import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "./client";

export type Proposal = Schemas["ProposalDocument"];

export const proposals = queryOptions({
  queryKey: ["charter", "proposals"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/proposals", { signal })),
});

export const proposal = (id: number) =>
  queryOptions({
    queryKey: ["charter", "proposals", id],
    queryFn: async ({ signal }) =>
      answer(
        api.GET("/api/v1/proposals/{proposal}", { params: { path: { proposal: id } }, signal }),
      ),
  });

/** Another charter over everything that happened. */
export const backtest = (text: string) =>
  queryOptions({
    queryKey: ["backtest", text],
    queryFn: async ({ signal }) =>
      answer(api.POST("/api/v1/backtests", { body: { text }, signal })),
    staleTime: 5 * 60_000,
  });

export function sign(id: number, text_hash: string): Promise<Proposal> {
  return answer(
    api.POST("/api/v1/proposals/{proposal}/signatures", {
      params: { path: { proposal: id } },
      body: { text_hash },
    }),
  );
}

export function comment(id: number, said: string): Promise<Proposal> {
  return answer(
    api.POST("/api/v1/proposals/{proposal}/comments", {
      params: { path: { proposal: id } },
      body: { said },
    }),
  );
}
