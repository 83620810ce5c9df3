// Settings: what is asked of the server, and what is changed there.

import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api, done, type Schemas } from "./client";

export type User = Schemas["UserDocument"];
export type Team = Schemas["TeamDocument"];
export type Token = Schemas["TokenDocument"];
export type WriteKey = Schemas["WriteKeyDocument"];
export type Webhook = Schemas["WebhookDocument"];
export type Message = Schemas["MessageDocument"];
export type MessageState = Schemas["StateWord"];
export type Preference = Schemas["PreferenceDocument"];

/** A page of a list has so many; the server gives at most 200. */
const PAGE = 100;

/** The cursor of a page, where there was one before. */
function page(cursor: string): { limit: number; cursor?: string } {
  return cursor === "" ? { limit: PAGE } : { limit: PAGE, cursor };
}

const paged = {
  initialPageParam: "",
  getNextPageParam: (last: { next_cursor?: string | null }) => last.next_cursor ?? undefined,
};

export const users = infiniteQueryOptions({
  queryKey: ["settings", "users"],
  queryFn: async ({ pageParam, signal }) =>
    answer(api.GET("/api/v1/users", { params: { query: page(pageParam) }, signal })),
  ...paged,
});

export const invitations = infiniteQueryOptions({
  queryKey: ["settings", "invitations"],
  queryFn: async ({ pageParam, signal }) =>
    answer(api.GET("/api/v1/invitations", { params: { query: page(pageParam) }, signal })),
  ...paged,
});

export const teams = infiniteQueryOptions({
  queryKey: ["settings", "teams"],
  queryFn: async ({ pageParam, signal }) =>
    answer(api.GET("/api/v1/teams", { params: { query: page(pageParam) }, signal })),
  ...paged,
});

export const tokens = (of_everybody: boolean) =>
  infiniteQueryOptions({
    queryKey: ["settings", "tokens", of_everybody],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...page(pageParam), of_everybody };
      return answer(api.GET("/api/v1/tokens", { params: { query }, signal }));
    },
    ...paged,
  });

export interface AuditAsked {
  who?: string | undefined;
  what?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

export const audit = (asked: AuditAsked) =>
  infiniteQueryOptions({
    queryKey: ["settings", "audit", asked],
    queryFn: async ({ pageParam, signal }) => {
      const wanted = Object.entries(asked).filter(([, value]) => value);
      const query = { ...page(pageParam), ...(Object.fromEntries(wanted) as { who?: string }) };
      return answer(api.GET("/api/v1/audit", { params: { query }, signal }));
    },
    ...paged,
  });

export const outbox = (state: MessageState) =>
  infiniteQueryOptions({
    queryKey: ["settings", "outbox", state],
    queryFn: async ({ pageParam, signal }) => {
      const query = { state, limit: PAGE, cursor: pageParam };
      return answer(api.GET("/api/v1/outbox", { params: { query }, signal }));
    },
    initialPageParam: 0,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });

export const writeKeys = queryOptions({
  queryKey: ["settings", "write-keys"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/write-keys", { signal })),
});

export const eventMapping = queryOptions({
  queryKey: ["settings", "event-mapping"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/event-mapping", { signal })),
});

export const webhooks = queryOptions({
  queryKey: ["settings", "webhooks"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/webhooks", { signal })),
});

export const workspace = queryOptions({
  queryKey: ["settings", "workspace"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/workspace", { signal })),
});

export const preferences = queryOptions({
  queryKey: ["settings", "preferences"],
  queryFn: async ({ signal }) => answer(api.GET("/api/v1/notification-preferences", { signal })),
});

/** What one was told lately: so many lines. */
const TOLD = 10;

export const notices = queryOptions({
  queryKey: ["settings", "notices"],
  queryFn: async ({ signal }) =>
    answer(api.GET("/api/v1/notices", { params: { query: { limit: TOLD } }, signal })),
});

/** Who takes leads; `null` before the first settings. */
export const roster = queryOptions({
  queryKey: ["settings", "roster"],
  queryFn: async ({ signal }) =>
    (await answer(api.GET("/api/v1/settings", { signal }))) as Schemas["SettingsDocument"] | null,
});

export const changes = {
  password: (body: Schemas["PasswordChange"]) => done(api.PUT("/api/v1/me/password", { body })),
  prefer: (kind: string, body: Schemas["NewPreference"]) =>
    done(api.PUT("/api/v1/notification-preferences/{kind}", { params: { path: { kind } }, body })),
  preferUsual: (kind: string) =>
    done(api.DELETE("/api/v1/notification-preferences/{kind}", { params: { path: { kind } } })),
  invite: (body: Schemas["NewInvitation"]) => answer(api.POST("/api/v1/invitations", { body })),
  withdrawInvitation: (invitation: string) =>
    done(api.DELETE("/api/v1/invitations/{invitation}", { params: { path: { invitation } } })),
  user: (user: string, body: Schemas["ChangedUser"]) =>
    answer(api.PATCH("/api/v1/users/{user}", { params: { path: { user } }, body })),
  passwordLink: (user: string) =>
    answer(api.POST("/api/v1/users/{user}/password_links", { params: { path: { user } } })),
  unbind: (user: string) =>
    done(api.DELETE("/api/v1/users/{user}/identities", { params: { path: { user } } })),
  makeTeam: (body: Schemas["TeamSaid"]) => answer(api.POST("/api/v1/teams", { body })),
  team: (team: string, body: Schemas["TeamSaid"]) =>
    answer(api.PUT("/api/v1/teams/{team}", { params: { path: { team } }, body })),
  removeTeam: (team: string) =>
    done(api.DELETE("/api/v1/teams/{team}", { params: { path: { team } } })),
  roster: (text: string) => answer(api.POST("/api/v1/settings", { body: { text } })),
  makeToken: (body: Schemas["TokenSaid"]) => answer(api.POST("/api/v1/tokens", { body })),
  revokeToken: (token: string) =>
    done(api.DELETE("/api/v1/tokens/{token}", { params: { path: { token } } })),
  makeWriteKey: (body: Schemas["NewKey"]) => answer(api.POST("/api/v1/write-keys", { body })),
  revokeWriteKey: (id: number) =>
    answer(api.POST("/api/v1/write-keys/{id}/revocation", { params: { path: { id } } })),
  eventMapping: (text: string) => answer(api.PUT("/api/v1/event-mapping", { body: { text } })),
  addWebhook: (body: Schemas["NewWebhookDocument"]) =>
    answer(api.POST("/api/v1/webhooks", { body })),
  removeWebhook: (webhook: string) =>
    done(api.DELETE("/api/v1/webhooks/{webhook}", { params: { path: { webhook } } })),
  webhookSecret: (webhook: string) =>
    answer(api.POST("/api/v1/webhooks/{webhook}/secrets", { params: { path: { webhook } } })),
  testWebhook: (webhook: string) =>
    answer(api.POST("/api/v1/webhooks/{webhook}/tests", { params: { path: { webhook } } })),
  switchWebhook: (webhook: string, on: boolean) => {
    const params = { path: { webhook } };
    return on
      ? answer(api.DELETE("/api/v1/webhooks/{webhook}/disablement", { params }))
      : answer(api.PUT("/api/v1/webhooks/{webhook}/disablement", { params }));
  },
  resend: (message: number) =>
    done(api.POST("/api/v1/outbox/{message}/resendings", { params: { path: { message } } })),
  discard: (message: number) =>
    done(api.DELETE("/api/v1/outbox/{message}", { params: { path: { message } } })),
  workspace: (body: Schemas["Workspace"]) => answer(api.PUT("/api/v1/workspace", { body })),
};
