// What accounts and opportunities say.

import { count } from "./numbers";

const companies = (n: number) => (n === 1 ? "1 account" : `${count(n)} accounts`);

export const accountsText = {
  title: "Accounts",
  one: "Account",
  tabs: "Leads and accounts",
  sentence: (n: number, hasTerms: boolean) =>
    hasTerms ? `${companies(n)}, soonest due first.` : `${companies(n)} are known.`,
  none: "No account matches.",
  empty: "There are no accounts yet.",
  emptyHint: "They come with leads: by the domain of a mail address, or by a company's name.",
  noTerms: "The charter says nothing of accounts, so they have no stage and no clock.",
  search: "Name, domain or id",
  columns: {
    name: "Account",
    stage: "Stage",
    who: "With",
    due: "Next due",
    people: "People",
    fit: "Fit",
    engagement: "Engagement",
  },
  inStage: (name: string, stage: string) => `${name} is in ${stage}`,
  noStage: (name: string, people: number) =>
    `${name}: ${people === 1 ? "1 person" : `${count(people)} people`} known`,
  people: (n: number) => (n === 1 ? "1 person" : `${count(n)} people`),
  first: (n: number) => `The first ${count(n)} are listed.`,
  formerly: "formerly",
  opportunities: (n: number) => (n === 1 ? "1 opportunity" : `${count(n)} opportunities`),
  noOpportunities: "No opportunity yet.",
  opportunity: {
    name: "Opportunity",
    unnamed: "Without a name",
    stage: "Stage",
    outcome: "Outcome",
    amount: "Amount",
    opened: "Opened",
    closed: "Closed",
    began: "Began with",
    table: {
      name: "Opportunity",
      account: "Account",
      amount: "Amount",
      opened: "Opened",
      closed: "Closed",
    },
  },
  outcomes: { open: "open", won: "won", lost: "lost" } as Record<string, string>,
  decisions: "What was decided",
  traits: "What is known",
  ofLead: "See the account",
};
