// What people do to a lead, and taking it back. The stage shown afterwards is the engine's answer.

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { answer, api, type Schemas } from "../api/client";
import { refreshLists, refreshRows } from "../api/lists";
import type { LeadSummary } from "../api/queries";
import { useSay } from "../shell/undo";
import { text } from "../text";
import { problemInWords } from "../ui/Problem";
import { person } from "../ui/person";

export type Verdict = "accepted" | "rejected" | "recycled" | "disqualified";
export type Activity = keyof typeof text.actions.outcomes;
type Deeded = Schemas["Deeded"];

export type Deed =
  | { kind: "verdict"; verdict: Verdict; reason?: string }
  | { kind: "activity"; name: Activity }
  | { kind: "take"; by: string }
  /** To somebody by handle; to nobody, so that it waits in its queue again. */
  | { kind: "give"; to: string | null }
  | { kind: "reopen" };

/** The state that the person saw: somebody else's answer meanwhile is not overwritten. */
export function seen(lead: LeadSummary): Schemas["Seen"] {
  return { pass: lead.pass, stage: lead.stage?.id ?? "" };
}

export function send(lead: LeadSummary, deed: Deed): Promise<Deeded> {
  const params = { path: { lead: lead.id } };
  switch (deed.kind) {
    case "verdict": {
      const { verdict, reason } = deed;
      const body = { verdict, seen: seen(lead), ...(reason ? { reason } : {}) };
      return answer(api.POST("/api/v1/leads/{lead}/verdicts", { params, body }));
    }
    case "activity":
      return answer(
        api.POST("/api/v1/leads/{lead}/activities", { params, body: { name: deed.name } }),
      );
    case "take": {
      const body = { assignee: deed.by, seen: seen(lead) };
      return answer(api.POST("/api/v1/leads/{lead}/assignments", { params, body }));
    }
    case "give": {
      const body = { assignee: deed.to, seen: seen(lead) };
      return answer(api.POST("/api/v1/leads/{lead}/assignments", { params, body }));
    }
    case "reopen":
      return answer(api.POST("/api/v1/leads/{lead}/reopenings", { params }));
  }
}

function takeBack(lead: string, key: string): Promise<Deeded> {
  const params = { path: { lead, key } };
  return answer(api.POST("/api/v1/leads/{lead}/facts/{key}/retractions", { params }));
}

export function inWords(lead: LeadSummary, deed: Deed): string {
  const who = lead.name ?? lead.company ?? lead.id;
  const { done, outcomes } = text.actions;
  switch (deed.kind) {
    case "verdict":
      return done[deed.verdict](who);
    case "activity":
      return done.activity(who, outcomes[deed.name]);
    case "take":
      return done.taken(who);
    case "give":
      return deed.to === null ? done.givenBack(who) : done.given(who, person(deed.to));
    case "reopen":
      return done.reopened(who);
  }
}

/**
 * Does a deed, says what came of it, and offers the way back. Whether it was done, once what is shown
 * was asked again.
 */
export function useAct(): (lead: LeadSummary, deed: Deed) => Promise<boolean> {
  const client = useQueryClient();
  const say = useSay();
  return useCallback(
    async (lead, deed) => {
      const refresh = () =>
        Promise.all([
          client.invalidateQueries({ queryKey: ["lead", lead.id] }),
          refreshLists(client),
          refreshRows(client, [lead.id]),
          client.invalidateQueries({ queryKey: ["figures"] }),
        ]);
      try {
        const done = await send(lead, deed);
        const stage = done.lead?.stage?.name;
        const moved = stage !== undefined && stage !== lead.stage?.name;
        say({
          words: inWords(lead, deed) + (moved ? `, ${text.actions.nowIn(stage)}.` : "."),
          undo: async () => {
            await takeBack(lead.id, done.fact);
            await refresh();
          },
        });
        await refresh();
        return true;
      } catch (error) {
        say({ words: problemInWords(error), isTrouble: true });
        void refresh();
        return false;
      }
    },
    [client, say],
  );
}
