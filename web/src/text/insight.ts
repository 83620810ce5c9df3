// What the screens of cohorts, plans, periods, two figures, alignment and what was learned say.

import { count, share } from "./numbers";

const leads = (n: number) => (n === 1 ? "1 lead" : `${count(n)} leads`);

export const insightText = {
  cohorts: {
    title: "Cohorts",
    sentence: (part: string, stage: string, days: number) =>
      `${part} of the leads had come to ${stage} ${days} days after they began.`,
    note: (low: string, high: string) => `Between ${low} and ${high} with 95 %.`,
    none: "No lead has begun yet.",
    noneHint: "Cohorts need leads and the dates on which they began.",
    stage: "Come to",
    every: "Began in the same",
    everys: { week: "week", month: "month", quarter: "quarter" } as Record<string, string>,
    table: "Shares by age",
    began: "Began",
    leads: "leads",
    all: "All",
    day: (n: number) => `day ${count(n)}`,
    legend: "In italics: some are younger, and the share is estimated.",
    opened: (cohort: string, days: number | undefined) =>
      days === undefined ? `Began ${cohort}` : `Began ${cohort}, come by day ${count(days)}`,
    cell: (part: string, n: number) => `${part}, ${leads(n)}`,
  },
  plan: {
    title: "Planner",
    sentence: (goal: string, days: number, first: string, n: number) =>
      `${goal} in ${count(days)} days takes ${leads(n)} at ${first}.`,
    goal: "Revenue that is aimed at",
    days: "In how many days",
    picture: "Needed of each stage; the mark is the likely number, the band holds it with 95 %.",
    table: "What it takes",
    columns: {
      stage: "Stage",
      needed: "Needed",
      between: "Between",
      rate: "Reach the next",
      median: "Median days",
      p90: "Slowest tenth",
      reached: "Reached it so far",
      waiting: "May still come",
    },
    load: "Can they carry it?",
    loadNow: (n: number) => `${leads(n)} are open with sales now.`,
    undated: (n: number) => `${leads(n)} began without a date, and are in no figure.`,
    none: "No goal is set.",
    noneHint: "Write a revenue above, or agree on a goal of won amounts in the charter.",
    forecast: "What comes if nothing changes",
    forecastDays: (n: number) => `in the next ${count(n)} days`,
    wins: "Wins",
    amount: "Revenue",
    spanNote:
      "The mark is the mean; eight in ten draws lie in the dark band, 95 of 100 in the light.",
    backtest: "Would it have been right before?",
    known: (n: number) => `${leads(n)} are there and not won yet.`,
    unlike: (n: number) => `${leads(n)} are like none that was watched long enough.`,
    wonSince: (n: number) => `${leads(n)} were won since.`,
  },
  alignment: {
    title: "Alignment",
    index: "Index",
    parts: "The parts of the index",
    part: "Part",
    value: "Value",
    between: "Between",
    counted: "Counted",
    of: "of",
    trend: "Month by month",
    trendLabel: (all: string) => `The index of each month: ${all}`,
    unknown: "–",
    reading: "In words",
    names: {
      acceptance: "Accepted by sales",
      kept_by_marketing: "Kept by marketing",
      kept_by_sales: "Kept by sales",
      mirror: "Sent are like won",
      attainment: "Goals reached",
      blind_agreement: "Judged alike",
    } as Record<string, string>,
  },
  periods: {
    title: "Periods",
    sentence: (n: number) =>
      n === 0
        ? "No period is sealed yet."
        : n === 1
          ? "One period stays as it was reported."
          : `${count(n)} periods stay as they were reported.`,
    hint: "Seal a month when it is over: what was reported of it stays, and whatever becomes known later stands beside it with its cause.",
    restated: (n: number) =>
      n === 0
        ? "Everything stands as it was reported."
        : n === 1
          ? "One figure would be another one today."
          : `${count(n)} figures would be other ones today.`,
    month: "Month",
    make: "Seal it",
    made: (month: string) => `${month} is sealed`,
    sealed: "Sealed periods",
    sealedAt: (who: string) => `sealed by ${who},`,
    version: (n: number) => `charter ${n}`,
    hash: "Hash",
    picture: "The bar is what it comes to now, the mark what was reported.",
    table: "Reported, and now",
    columns: {
      metric: "Metric",
      reported: "Reported",
      now: "Now",
      change: "Change",
      causes: "Because",
    },
    cause: (meaning: string, added: number, removed: number) =>
      `${meaning}: ${added > 0 ? `+${count(added)}` : ""}${added > 0 && removed > 0 ? ", " : ""}${removed > 0 ? `−${count(removed)}` : ""}`,
    added: (n: number) => `+${count(n)}`,
    removed: (n: number) => `−${count(n)}`,
    unchanged: "as reported",
    opened: (metric: string, meaning: string) => `${metric}: ${meaning}`,
  },
  two: {
    title: "Two figures",
    sentence: (first: number, other: number) => `${count(first)} against ${count(other)}:`,
    same: (n: number) => `Both count the same ${leads(n)}.`,
    largest: (meaning: string, change: number) =>
      `chiefly because ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)} (${change > 0 ? "+" : "−"}${count(Math.abs(change))}).`,
    exchanged: (n: number) => `as many came as went, ${count(n)} in all.`,
    first: "The first figure",
    other: "The other figure",
    stage: "Leads that reached",
    anchor: "In the period by when they",
    anchors: {
      reached: "reached it",
      began: "began",
      first_touch: "were first touched",
    } as Record<string, string>,
    from: "From",
    until: "Until, not with it",
    known: "As known on",
    picture: "From the first figure to the other, cause by cause.",
    table: "Causes",
    columns: {
      cause: "Cause",
      added: "Only in the other",
      removed: "Only in the first",
      change: "Change",
    },
    both: (n: number) => `${leads(n)} are in both.`,
    step: (name: string, n: number) => `${name} ${n > 0 ? "+" : "−"}${count(Math.abs(n))}`,
  },
  learned: {
    title: "Learned",
    sentence: (learned: number, present: number | undefined) =>
      `Of two leads, the learned points tell the better one ${count(learned)} times of 100${present === undefined ? "." : `; the charter’s own points ${count(present)}.`}`,
    outcome: "What makes a good lead",
    outcomes: { accepted: "Sales accepted it", won: "It was won" } as Record<string, string>,
    picture:
      "Leads that it had not seen, by their points: the grey mark is what was expected, the strong one what happened, with its interval.",
    row: (low: number, high: number) =>
      low === high ? `${low} points` : `${low} to ${high} points`,
    calibration: "Does it hold on others?",
    expected: "expected",
    observed: "happened",
    lines: "The points",
    columns: {
      reading: "What is asked",
      points: "Points",
      leads: "Leads",
      with: "Of them with the outcome",
    },
    rows: {
      points: "Points",
      leads: "Leads",
      with: "With the outcome",
      expected: "Expected",
      observed: "Happened",
    },
    refused: "Not learned from",
    refusedHint: "These look filled in when the outcome was known.",
    clauses: "The clauses that it would make",
    propose: "Propose these clauses",
    noPropose: "They do not fit the charter in force; the text above says what they would be.",
    small: "So few were held out that what it is worth is known roughly only.",
    figures: {
      worked: "Worked by sales",
      unworked: "Never worked",
      undecided: "Not decided yet",
      learned_from: "Learned from",
      held_out: "Held out, to judge it",
    } as Record<string, string>,
    none: "Nothing was learned yet.",
  },
  between: (low: string, high: string) => `${low} – ${high}`,
  shareBetween: (low: number, high: number) => `${share(low)} – ${share(high)}`,
  close: "Close",
};
