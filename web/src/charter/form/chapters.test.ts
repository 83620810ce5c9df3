import { describe, expect, it } from "vitest";
import type { FormClause, FormField } from "../../api/forms";
import { choicesOf, clausesOf, linesOf, titleOf, wrongIn } from "./chapters";

const field = (line: number, names: string[], rest: Partial<FormField>): FormField => ({
  at: names.join("."),
  names,
  line,
  ...rest,
});

const POINTS: FormClause = {
  at: "engagement.points",
  names: ["engagement", "points"],
  line: 10,
  fields: [
    field(11, ["form.demo"], { number: 60 }),
    field(12, ["page.*", "points"], { number: 1 }),
    field(12, ["page.*", "at_most"], { number: 5 }),
    field(13, ["email.*", "points"], { number: 3 }),
  ],
};
const STAGE: FormClause = {
  at: "stage.mql",
  names: ["stage", "mql"],
  line: 20,
  fields: [
    field(21, ["id"], { text: "mql" }),
    field(22, ["name"], { text: "Marketing qualified" }),
    field(23, ["side"], { text: "marketing" }),
  ],
};

describe("the form's chapters", () => {
  it("puts each clause in one chapter, and what is unknown in the rest", () => {
    const cadence: FormClause = { at: "cadence", names: ["cadence"], line: 30, fields: [] };
    const all = [POINTS, STAGE, cadence];
    expect(clausesOf("interest", all)).toEqual([POINTS]);
    expect(clausesOf("stages", all)).toEqual([STAGE]);
    expect(clausesOf("rest", all)).toEqual([cadence]);
  });

  it("shows a table in one line as one line, and no id", () => {
    expect(linesOf(POINTS).map((line) => [line.name, line.fields.length])).toEqual([
      ["form.demo", 1],
      ["page.*", 2],
      ["email.*", 1],
    ]);
    expect(linesOf(STAGE).map((line) => line.name)).toEqual(["name", "side"]);
    expect(titleOf(STAGE)).toBe("Marketing qualified");
  });

  it("offers stages where a key names one, with what is there", () => {
    const from = field(1, ["from"], { text: "stage:gone" });
    expect(choicesOf(from, ["mql"])).toEqual(["stage:gone", "stage:mql"]);
    expect(choicesOf(field(1, ["until"], { text: "verdict" }), ["mql"])).toBeUndefined();
  });

  it("says what is wrong at the clause in which it stands", () => {
    const wrong = [11, 14, 20, 23].map((line) => ({ line, column: 1, reason: `on ${line}` }));
    const lines = (clause: FormClause) =>
      wrongIn(clause, [POINTS, STAGE], wrong).map((it) => it.line);
    expect(lines(POINTS)).toEqual([11, 14]);
    expect(lines(STAGE)).toEqual([20, 23]);
  });
});
