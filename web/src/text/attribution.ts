// What attribution says.

import { count, share } from "./numbers";

export const attributionText = {
  title: "Attribution",
  tabs: "Mirror, feedback and attribution",
  by: "By",
  bys: { channel: "Channel", touch: "Kind of touch", campaign: "Campaign" } as Record<
    string,
    string
  >,
  model: "Model",
  agreed: "As the charter agreed",
  models: {
    first: "First touch",
    last: "Last touch",
    linear: "Linear",
    u_shaped: "U-shaped",
    w_shaped: "W-shaped",
    time_decay: "Time decay",
    markov: "Markov chain",
    shapley: "Shapley value",
  } as Record<string, string>,
  notAgreed: "These are not the charter's terms.",
  picture: (drawn: number, all: number) =>
    `${drawn < all ? `The first ${count(drawn)} of ${count(all)}; the table has all. ` : ""}The mark is the share by this model, the bar goes from the least to the most by any model and window.`,
  none: "Nothing was won yet that a touch came before.",
  noneHint: "Attribution shares what was won among the touches before it.",
  unnamed: "without a name",
  ranks: (best: number, worst: number) =>
    best === worst ? `always ${count(best)}` : `${count(best)} to ${count(worst)}`,
  columns: {
    value: "Brought by",
    share: "Share",
    range: "By any model",
    rank: "Rank",
    amount: "Worth",
    results: "Results",
    behind: "Has a part in",
    result: "Result",
    part: "Its part",
  },
  results: (value: string) => `What ${value} has a part in`,
  first: (n: number, all: number) =>
    `The first ${count(n)} of ${count(all)} are listed, the most money first.`,
  all: (n: string) => `All ${n}`,
  range: (least: number, most: number) => `${share(least)} – ${share(most)}`,
  n: (shared: number, all: number, unit: string) =>
    `${count(shared)} of ${count(all)} ${unit} are shared.`,
  untouched: (n: number) => `${count(n)} had no touch before them in the window.`,
  unlinked: (n: number) => `${count(n)} are linked to nobody.`,
};
