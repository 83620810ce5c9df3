// What was asked is kept, shown at once, and asked again behind it.

import { QueryCache, QueryClient } from "@tanstack/react-query";
import { Refused } from "./client";

/** Until then an answer counts as fresh; live updates say earlier when it is not. */
const FRESH_MS = 15_000;
const TRIES_MAX = 2;

export function createQueries(): QueryClient {
  const client: QueryClient = new QueryClient({
    // A session that ended shows the door, wherever one is.
    queryCache: new QueryCache({
      onError: (error, query) => {
        const isOver = error instanceof Refused && error.isSignIn && query.queryKey[0] !== "me";
        if (isOver) void client.resetQueries({ queryKey: ["me"] });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // A refusal stays a refusal; only what did not arrive is tried again.
        retry: (tried, error) => !(error instanceof Refused) && tried < TRIES_MAX,
      },
    },
  });
  return client;
}
