// Who looks, and what they may do.

import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { answer, api, done, type Schemas } from "../api/client";

export type Me = Schemas["Me"];

export const me = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/me", { signal })),
  staleTime: 60_000,
});

/** Who looks; absent until it is known. */
export function useMe(): Me | undefined {
  return useQuery(me).data;
}

/** What another person saw is forgotten; who looks is watched, so it is replaced and not removed. */
export function enterAs(client: QueryClient, known: Me): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== me.queryKey[0] });
  client.setQueryData(me.queryKey, known);
}

export const setup = queryOptions({
  queryKey: ["setup"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/setup", { signal })),
});

/** Which ways in there are. */
export const ways = queryOptions({
  queryKey: ["sign-in-ways"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/sign_in_ways", { signal })),
  staleTime: 60_000,
});

/** Begins to sign in at the provider: where the browser goes. */
export async function beginElsewhere(): Promise<string> {
  return (await answer(api.POST("/api/v1/session/oidc/attempts"))).url;
}

/** Signs in with what the browser came back with from the provider. */
export function comeBack(back: Schemas["CameBack"]): Promise<Me> {
  return answer(api.POST("/api/v1/session/oidc", { body: back }));
}

export function signIn(email: string, password: string): Promise<Me> {
  return answer(api.POST("/api/v1/session", { body: { email, password } }));
}

/** Signs in by a link that works once. */
export function enterBy(link: string): Promise<Me> {
  return answer(api.POST("/api/v1/session/links", { body: { link } }));
}

/** Sets a password by a link that works once, and signs in with it. */
export async function setPassword(link: string, email: string, password: string): Promise<Me> {
  await done(api.POST("/api/v1/passwords", { body: { link, password } }));
  return signIn(email, password);
}

export async function signOut(): Promise<void> {
  await api.DELETE("/api/v1/session");
}

export interface Newcomer {
  name: string;
  email: string;
  password: string;
}

/** Becomes the first administrator, by the setup link. */
export function setUp(link: string, { name, email, password }: Newcomer): Promise<Me> {
  return answer(api.POST("/api/v1/setup", { body: { link, name, email, password } }));
}

/** Comes in, by an invitation. */
export function join(link: string, { name, password }: Newcomer): Promise<Me> {
  return answer(api.POST("/api/v1/invitations/acceptances", { body: { link, name, password } }));
}

/** What stands behind the `#` of a link; it never reaches a server's log. */
export function linkOf(hash: string): string {
  return decodeURIComponent(hash.replace(/^#/, ""));
}
