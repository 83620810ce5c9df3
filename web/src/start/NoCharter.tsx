// What a page says while no charter decides yet.

import { Button } from "@mantine/core";
import { Link, Navigate, useRouterState } from "@tanstack/react-router";
import { Refused } from "../api/client";
import { useMe } from "../session/me";
import { text } from "../text";
import { Empty } from "../ui/Empty";

/** What can be done without one. */
const WITHOUT = ["/start", "/imports", "/findings", "/settings"];

/** Whether asking for the charter says that there is none yet, and this page needs one. */
export function useNeedsCharter(error: unknown): boolean {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isMissing = error instanceof Refused && error.problem.code === "no_charter";
  return isMissing && !WITHOUT.some((place) => path.startsWith(place));
}

export function NoCharter() {
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const setsUp = me?.permissions.includes("charters.adopt") ?? false;
  if (setsUp && path === "/") return <Navigate to="/start" replace />;
  return (
    <Empty title={text.start.noCharter} hint={text.start.noCharterHint}>
      {setsUp && (
        <Button component={Link} to="/start">
          {text.start.goOn}
        </Button>
      )}
    </Empty>
  );
}
