// What is asked after a key, and what may be answered: the charter's reasons, each with where it
// sends the lead.

import type { Charter } from "../api/queries";
import { text } from "../text";
import { words } from "../ui/person";
import type { Activity, Deed, Verdict } from "./deeds";

export type Ask = Verdict | "call" | "meeting";

export interface Option {
  id: string;
  name: string;
  /** What it causes. */
  causes: string;
  deed: Deed;
}

const ACTIVITIES: Record<"call" | "meeting", Activity[]> = {
  call: ["call.connected", "call.attempt"],
  meeting: ["meeting.booked", "meeting.held", "meeting.no_show", "meeting.rescheduled"],
};

export function titleOf(ask: Ask): string {
  switch (ask) {
    case "call":
      return text.actions.callTitle;
    case "meeting":
      return text.actions.meetingTitle;
    case "accepted":
      return text.actions.accept;
    default:
      return text.actions.reasonTitle[ask];
  }
}

export function options(ask: Ask, verdicts: Charter["verdicts"]): Option[] {
  if (ask === "call" || ask === "meeting") {
    return ACTIVITIES[ask].map((name) => ({
      id: name,
      name: text.actions.outcomes[name],
      causes: "",
      deed: { kind: "activity", name },
    }));
  }
  const terms = verdicts.find((terms) => terms.verdict === ask);
  return (terms?.reasons ?? []).map((reason) => ({
    id: reason.id,
    name: words(reason.id),
    causes: [
      terms?.rests_in ? text.actions.goesTo(terms.rests_in.name) : "",
      reason.returns_after_days ? text.actions.back(reason.returns_after_days) : "",
    ]
      .filter(Boolean)
      .join(", "),
    deed: { kind: "verdict", verdict: ask, reason: reason.id },
  }));
}
