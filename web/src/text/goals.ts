// What goals say.

import { count } from "./numbers";

export const goalsText = {
  title: "What both sides aim at",
  of: (value: string, target: string) => `${value} of ${target};`,
  elapsed: {
    before: (time: string) => `${time} of the time is over.`,
    behind: (time: string) => `${time} of the time is over already.`,
    over: (_: string) => "The time is over.",
  },
  begins: "begins",
  unknown: (n: number) =>
    n === 1 ? "1 more has no date or no amount." : `${count(n)} more have no date or no amount.`,
  behind: (n: string, what: string) =>
    n === "1" ? `1 ${what === "leads" ? "lead" : "opportunity"}` : `${n} ${what}`,
};
