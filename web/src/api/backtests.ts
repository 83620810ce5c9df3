// Another charter over everything that happened: a job of the server, which is asked for until it is
// done and cancelled when nobody wants it any more.

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, Refused, type Schemas } from "./client";

export type Backtest = Schemas["BacktestDocument"];
type Run = Schemas["BacktestRun"];

/** What is done within this time is answered at once; after it, how far it is is told so often. */
const WAIT_MS = 1000;

/** What another charter would have done; `tell` hears how much was read, 0 to 1, if it takes long. */
export async function replay(
  text: string,
  signal: AbortSignal,
  tell: (part: number) => void,
): Promise<Backtest> {
  let run: Run = await answer(
    api.POST("/api/v1/backtests", { body: { text, wait_ms: WAIT_MS }, signal }),
  );
  const path = { backtest: run.id };
  try {
    while (run.state === "waiting" || run.state === "running") {
      tell(partOf(run));
      run = await answer(
        api.GET("/api/v1/backtests/{backtest}", {
          params: { path, query: { wait_ms: WAIT_MS } },
          signal,
        }),
      );
    }
  } catch (error) {
    // Nobody waits for it any more; where that cannot be said, it ends by itself.
    void api.DELETE("/api/v1/backtests/{backtest}", { params: { path } }).catch(() => undefined);
    throw error;
  }
  if (run.answer) return run.answer;
  throw run.problem ? new Refused(run.problem) : new Error("a backtest ended without an answer");
}

/** How much was read, 0 to 1. */
export function partOf(run: Pick<Run, "leads" | "leads_read">): number {
  return run.leads === 0 ? 0 : Math.min(1, run.leads_read / run.leads);
}

/** As a query, with how much was read while it runs. */
export function useReplay(text: string) {
  const [part, setPart] = useState<number>();
  const replayed = useQuery({
    queryKey: ["backtest", text],
    queryFn: ({ signal }) => replay(text, signal, setPart),
    staleTime: 5 * 60_000,
  });
  return { replayed, part };
}
