// Proposals: what is asked of the server, and what is done with them.

import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Schemas } from "./client";

export type Proposal = Schemas["ProposalDocument"];
export type Backtest = Schemas["BacktestDocument"];
export type Chapter = Schemas["ChapterDocument"];
export type RuleNames = Schemas["RuleNames"];

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

/** What a charter's file says in plain words; throws every problem with its place. */
export function checkCharter(text: string, signal: AbortSignal): Promise<Schemas["Sound"]> {
  return answer(api.POST("/api/v1/charters/checks", { body: { text }, signal }));
}

export function propose(body: Schemas["NewProposal"]): Promise<Proposal> {
  return answer(api.POST("/api/v1/proposals", { body }));
}

export function changeProposal(id: number, body: Schemas["NewProposal"]): Promise<Proposal> {
  const params = { path: { proposal: id } };
  return answer(api.PUT("/api/v1/proposals/{proposal}", { params, body }));
}

export function withdraw(id: number): Promise<Proposal> {
  const params = { path: { proposal: id } };
  return answer(api.POST("/api/v1/proposals/{proposal}/withdrawals", { params }));
}

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
