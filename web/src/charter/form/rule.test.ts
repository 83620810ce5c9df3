import { describe, expect, it } from "vitest";
import type { Rule } from "../../api/forms";
import type { RuleNames } from "../../api/proposals";
import {
  asking,
  compared,
  fresh,
  grouped,
  literal,
  literals,
  operatorOf,
  typeOf,
  valuesInUse,
  withPart,
} from "./rule";

const NAMES: RuleNames = {
  traits: [
    { name: "account.employees", type: "number" },
    { name: "account.industry", type: "text" },
    { name: "lead.opted_out", type: "flag" },
  ],
  touches: ["form.demo_request"],
  activities: [],
  stages: ["mql"],
  reasons: ["not_icp"],
  motions: [],
};

describe("rules as groups of questions", () => {
  it("adds to a single question by making it a group, and takes parts away", () => {
    const one = asking("value", "fit", NAMES);
    const group = grouped(one);
    expect(group).toEqual({ is: "all", parts: [one] });
    const two = asking("happened", "form.demo_request", NAMES);
    expect(withPart({ ...group, parts: [one, two] }, 0, undefined).parts).toEqual([two]);
    expect(withPart(group, 0, two).parts).toEqual([two]);
  });

  it("begins a question by the type of what it asks", () => {
    expect(asking("value", "account.employees", NAMES)).toMatchObject({ operator: ">=" });
    expect(asking("value", "account.industry", NAMES, ["software"]).values).toEqual(["software"]);
    expect(asking("value", "lead.opted_out", NAMES)).toMatchObject({ operator: null, values: [] });
    expect(asking("in_stage", "x", NAMES)).toMatchObject({ name: "", within: "30d" });
    expect(fresh(true, NAMES).name).toBe("account.employees");
    expect(fresh(false, NAMES).name).toBe("fit");
  });

  it("says opposites with the question, and != with the operator", () => {
    const question = asking("value", "account.industry", NAMES);
    expect(compared(question, "!in")).toMatchObject({ is_not: true, operator: "in" });
    expect(compared(question, "!=")).toMatchObject({ is_not: false, operator: "!=" });
    for (const said of ["==", "!=", "in", "!in", "", "!"]) {
      expect(operatorOf(compared(question, said))).toBe(said);
    }
    const list = { ...compared(question, "in"), values: ["a", "b"] };
    expect(compared(list, "==").values).toEqual(["a"]);
  });

  it("guesses the type of a name that nobody declared from its values", () => {
    expect(typeOf("lead.nps", NAMES, [9])).toBe("number");
    expect(typeOf("lead.plan", NAMES, ["pro"])).toBe("text");
    expect(typeOf("lead.vip", NAMES)).toBe("flag");
  });

  it("gathers the values that rules compare with", () => {
    const rule: Rule = {
      is: "any",
      parts: [
        { ...asking("value", "account.industry", NAMES), values: ["software", "finance"] },
        { is: "all", parts: [{ ...asking("value", "account.industry", NAMES), values: ["it"] }] },
      ],
    };
    expect(valuesInUse([rule]).get("account.industry")).toEqual(["finance", "it", "software"]);
  });

  it("takes what is typed only once it is a value", () => {
    expect(literal("4,5", "number")).toBe(4.5);
    expect(literal("4x", "number")).toBeUndefined();
    expect(literals("DE, AT,", "text")).toEqual(["DE", "AT"]);
    expect(literals(" , ", "text")).toBeUndefined();
    expect(literals("1, x", "number")).toBeUndefined();
  });
});
