// What feedback says.

import { count, share } from "./numbers";

const leads = (n: number) => (n === 1 ? "1 lead" : `${count(n)} leads`);

export const feedbackText = {
  title: "Feedback",
  sentence: (value: string, part: number | null | undefined, why: string | undefined) =>
    `Sales refuses ${share(part ?? 0)} of the leads of ${value}${why ? `, most often: ${why}` : ""}.`,
  all: (part: number | null | undefined, n: number) =>
    n === 0 ? "Feedback" : `Sales refused ${share(part ?? 0)} of the leads that it judged.`,
  by: "By",
  bys: {
    campaign: "Campaign",
    "lead.source": "Source",
    "lead.seniority": "Seniority",
    "account.industry": "Company industry",
  } as Record<string, string>,
  none: "Sales has not said anything about a lead yet.",
  noneHint:
    "When it accepts a lead or says why not, marketing sees here where the good ones come from.",
  unnamed: "not known",
  noReason: "no reason given",
  few: "few",
  picture: (drawn: number, all: number) =>
    `${drawn < all ? `The first ${count(drawn)} of ${count(all)}; the table has all. ` : ""}The bar is the share of leads that sales refused, the line the interval that holds it with a confidence of 95 %.`,
  columns: {
    value: "Leads of",
    refused: "Refused",
    verdicts: "Verdicts",
    accepted: "Accepted",
    rejected: "Rejected",
    recycled: "Recycled",
    disqualified: "Disqualified",
    reasons: "Why",
  },
  mistakes: "Second thoughts",
  waiting: (n: number) => `${leads(n)} ${n === 1 ? "waits" : "wait"} for a verdict`,
  boughtLater: (n: number) => `${leads(n)} refused, and bought later`,
  mistaken: (n: number) => `${leads(n)} qualified that should not have been`,
  behind: (figure: string, value: string | undefined) =>
    value === undefined ? figure : `${figure}, ${value || "not known"}`,
  figures: {
    refused: "Refused",
    accepted: "Accepted",
    rejected: "Rejected",
    recycled: "Recycled",
    disqualified: "Disqualified",
    bought_later: "Refused, and bought later",
    mistaken: "Qualified, and should not have been",
    waiting: "Waiting for a verdict",
  } as Record<string, string>,
  refused: (part: number | null | undefined) => (part == null ? "–" : share(part)),
};
