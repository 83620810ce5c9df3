// What the first steps say.

import { count } from "./numbers";

const leads = (n: number) => (n === 1 ? "1 lead" : `${count(n)} leads`);

export const startText = {
  title: "Set up",
  steps: "Steps",
  progress: (done: number, all: number) => `${count(done)} of ${count(all)} done`,
  done: "done",
  notYours: "Somebody else sets Tandem up.",
  notYoursHint: "Administrators and operations start the first charter.",
  goOn: "Go on setting up",
  noCharter: "No charter decides yet.",
  noCharterHint:
    "Once one does, this page says whether both sides keep their word. Administrators and operations start it.",
  names: {
    company: "Your company",
    data: "Your data",
    findings: "What it says",
    charter: "A first charter",
    invite: "The other side",
  },
  says: {
    company: "Say which company this is.",
    data: "Bring in what you have: exports of leads, calls, deals.",
    findings: "This is what happened to your leads.",
    charter: "Try an agreement on your own last quarter.",
    invite: "Invite the heads of both sides.",
  },
  notes: {
    company: "You can leave at any step and come back: what is done stays done.",
    data: "Nothing leaves this server, and what an import brought can be taken back.",
    findings: "No charter decided anything of it yet.",
    charter:
      "A trial escalates nothing and pays nobody; both sides sign later, or change it first.",
    invite: "Each gets a link that works once, for a week.",
  },
  company: {
    name: "Name",
    zone: "Time zone",
    zoneHint: "Where a day is a day, and business hours are counted.",
    currency: "Currency",
    submit: "Go on",
    is: (name: string, zone: string) => `${name}, in ${zone}.`,
    askAdmin: "An administrator says which company this is.",
  },
  data: {
    run: "Import these files",
    byHand: "Look at the mapping by hand",
    goOn: "See what it says",
    otherWays: "Your leads come another way, by your website or through the API?",
    without: "Go on without files",
  },
  findings: { goOn: "Choose a charter" },
  charter: {
    choose: "A charter to start from",
    names: {
      "b2b-saas": "B2B software",
      "smb-inbound": "Small and inbound",
      "enterprise-abm": "Large accounts",
    } as Record<string, string>,
    handedOver: (days: number) => `handed to sales in ${count(days)} days`,
    wins: (handed: number, won: number) =>
      `${count(handed)} of ${count(won)} won had been handed over before`,
    would: (days: number) => `What it would have said of the last ${count(days)} days`,
    sentence: (handed: number, week: number) =>
      `It would have handed ${leads(handed)} to sales, at most ${count(week)} in a week.`,
    nobody: (all: number) =>
      `It would have handed nobody to sales, of ${leads(all)}: what it asks for is not in this data.`,
    stages: "Leads that would have entered each stage; assumed, since nobody had agreed to it.",
    promises: "What would have become of its promises",
    promise: "Promise",
    ran: "Times",
    kept: "Kept",
    undated: (n: number) => `${leads(n)} went on at times that nobody knows, and are in no figure.`,
    inWords: "Read the whole charter in plain words",
    start: "Start the trial",
    startHint: "It decides from now on, and can be replaced until both sides signed.",
    runs: (name: string) => `“${name}” decides by now.`,
    read: "Read it",
    goOn: "Invite the other side",
  },
  invite: {
    submit: "Make a link",
    again: "Make a new link",
    isHere: (name: string) => `${name} is here.`,
    waits: (name: string) => `${name} is invited, and has not come in yet.`,
    hand: (name: string) => `Hand this link to ${name}:`,
    linkHint: "It is shown this once.",
    askAdmin: "An administrator invites them.",
    toToday: "Open Today",
    others: "Invite others, and see who is here",
  },
};
