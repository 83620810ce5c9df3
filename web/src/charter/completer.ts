// What rules may say where one types: traits and scores in a rule, facts and traits between quotes of
// its own, stages after `stage:`.

import type { RuleNames } from "../api/proposals";
import { type Completion, fitting, type Offer } from "../file/complete";
import { text } from "../text";

const words = text.charter.offers;

/** What a rule may ask beside traits. */
const SAYINGS: Offer[] = [
  { name: "fit", detail: words.score },
  { name: "engagement", detail: words.score },
  { name: "grade", detail: words.score },
  { name: "temperature", detail: words.score },
  { name: "verdict", detail: words.score },
  { name: "happened('", detail: words.call },
  { name: "ever('", detail: words.call },
  { name: "known('", detail: words.call },
];

/** Completes lines of a charter's file with these names. */
export function completer(names: RuleNames) {
  const traits = names.traits.map(({ name, type }) => ({
    name,
    detail: words.types[type] ?? type,
  }));
  const touches = names.touches.map((name) => ({ name, detail: words.touch }));
  const activities = names.activities.map((name) => ({ name, detail: words.activity }));
  const stages = names.stages.map((id) => ({ name: `stage:${id}`, detail: words.stage }));
  const inside = [...touches, ...activities, ...traits];
  const rule = [...traits, ...SAYINGS, ...stages, ...touches, ...activities];
  return (line: string, column: number): Completion | undefined => {
    const before = line.slice(0, column);
    if (!isInText(before)) return undefined;
    const word = /[\p{L}\p{N}_.:]*$/u.exec(before)?.[0] ?? "";
    const isQuoted = (before.split("'").length - 1) % 2 === 1;
    const offers = fitting(isQuoted ? inside : rule, word);
    return offers.length === 0 ? undefined : { word, column: column - word.length, offers };
  };
}

/** Whether a place is between double quotes, and not in a comment. */
function isInText(before: string): boolean {
  let isIn = false;
  for (let place = 0; place < before.length; place += 1) {
    const letter = before[place];
    if (letter === "\\" && isIn) place += 1;
    else if (letter === '"') isIn = !isIn;
    else if (letter === "#" && !isIn) return false;
  }
  return isIn;
}
