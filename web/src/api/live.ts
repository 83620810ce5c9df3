// Live updates: the server says about whom something was decided; what is shown of them is asked
// again.

import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { refreshLists, refreshRows } from "./lists";

interface Changed {
  leads: string[];
  many: boolean;
  terms: boolean;
}

/** Lists and figures are asked again at most this often, however much changes. */
const LISTS_EVERY_MS = 1500;
const FIGURES_EVERY_MS = 10_000;
/** A page that nobody has seen for so long stops listening, and catches up when it is seen. */
const UNSEEN_MS = 30_000;

/** Follows what is decided; whether the server is being heard. */
export function useLive(on: boolean): boolean {
  const client = useQueryClient();
  const [isHeard, setHeard] = useState(true);
  useEffect(() => {
    if (!on) return;
    const changedLeads = new Set<string>();
    const lists = atMost(LISTS_EVERY_MS, () => {
      void refreshRows(client, [...changedLeads]);
      changedLeads.clear();
      void refreshLists(client);
    });
    const figures = atMost(FIGURES_EVERY_MS, () =>
      client.invalidateQueries({ queryKey: ["figures"] }),
    );
    let source: EventSource | undefined;
    let wasLost = false;
    const hear = () => {
      source = new EventSource("/api/v1/events");
      source.addEventListener("open", () => {
        setHeard(true);
        if (wasLost) void client.invalidateQueries();
        wasLost = false;
      });
      source.addEventListener("error", () => {
        wasLost = true;
        setHeard(false);
      });
      source.addEventListener("missed", () => void client.invalidateQueries());
      // Figures of a large company are said as they were a moment ago, while they are counted anew.
      source.addEventListener("figures", figures.ask);
      source.addEventListener("changed", (event) => {
        const changed = JSON.parse(event.data) as Changed;
        takeIn(client, changed);
        for (const id of changed.leads) changedLeads.add(id);
        lists.ask();
        figures.ask();
      });
    };
    // A browser opens few connections to one server: pages that nobody sees give theirs back.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") {
        if (source === undefined) hear();
        return;
      }
      timer = setTimeout(() => {
        source?.close();
        source = undefined;
        wasLost = true;
      }, UNSEEN_MS);
    };
    hear();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      clearTimeout(timer);
      source?.close();
      lists.stop();
      figures.stop();
    };
  }, [client, on]);
  return isHeard;
}

/** Asks again for the leads named, and for the charter where it changed. */
export function takeIn(client: QueryClient, changed: Changed): void {
  if (changed.terms) void client.invalidateQueries({ queryKey: ["charter"] });
  if (changed.many) {
    void client.invalidateQueries({ queryKey: ["lead"] });
    return;
  }
  for (const id of changed.leads) void client.invalidateQueries({ queryKey: ["lead", id] });
}

/** Does something at once, then at most once in `everyMs`, and once more for what came meanwhile. */
export function atMost(everyMs: number, act: () => unknown) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const go = () => {
    isAsked = false;
    act();
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) go();
    }, everyMs);
  };
  return {
    ask() {
      if (timer === undefined) go();
      else isAsked = true;
    },
    stop() {
      if (timer !== undefined) clearTimeout(timer);
      timer = undefined;
      isAsked = false;
    },
  };
}
