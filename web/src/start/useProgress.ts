// What is there of what the first steps bring about.

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { imports } from "../api/imports";
import { charterVersions } from "../api/queries";
import { invitations, users } from "../api/settings";
import { company } from "../api/start";
import { useMe } from "../session/me";
import { doneCount, type Known, STEPS } from "./progress";

/** How far setting up is; absent for whoever does not set up, and until it is known. */
export function useProgress(): Known | undefined {
  const me = useMe();
  const may = (permission: string) => me?.permissions.includes(permission) ?? false;
  const setsUp = may("charters.adopt");
  const said = useQuery({ ...company, enabled: setsUp });
  const terms = useQuery({ ...charterVersions, enabled: setsUp });
  const brought = useInfiniteQuery({ ...imports, enabled: setsUp && may("imports.run") });
  const people = useInfiniteQuery({ ...users, enabled: setsUp });
  const invited = useInfiniteQuery({ ...invitations, enabled: setsUp && may("users.manage") });
  if (
    !setsUp ||
    said.data === undefined ||
    !terms.data ||
    !people.data ||
    brought.isLoading ||
    invited.isLoading
  )
    return undefined;
  const all = brought.data?.pages.flatMap((page) => page.imports) ?? [];
  return {
    hasCompany: said.data !== null,
    hasData: all.some(({ state }) => state === "done"),
    hasCharter: terms.data.versions.length > 0,
    roles: [
      ...people.data.pages.flatMap((page) => page.users.map(({ role }) => role)),
      ...(invited.data?.pages.flatMap((page) => page.invitations.map(({ role }) => role)) ?? []),
    ],
  };
}

/** Whether somebody who may set up still has something to do there. */
export function useIsStarting(): boolean {
  const known = useProgress();
  return known !== undefined && doneCount(known) < STEPS.length;
}
