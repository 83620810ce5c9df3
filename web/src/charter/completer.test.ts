import { expect, test } from "vitest";
import { completer } from "./completer";

const complete = completer({
  traits: [
    { name: "account.employees", type: "number" },
    { name: "account.industry", type: "text" },
    { name: "lead.seniority", type: "text" },
  ],
  touches: ["form.demo_request", "webinar.attended"],
  activities: ["meeting.held"],
  reasons: [],
  motions: [],
  stages: ["mql", "sal"],
});

/** The names offered at the mark. */
function offered(marked: string): string[] | undefined {
  const column = marked.indexOf("^");
  return complete(marked.replace("^", ""), column)?.offers.map(({ name }) => name);
}

test("a rule is completed with traits that begin so, before those that contain it", () => {
  expect(offered('when = "account.^"')).toEqual(["account.employees", "account.industry"]);
  expect(offered('when = "fit >= 40 && sen^"')).toEqual(["lead.seniority"]);
  expect(offered('enter = "engage^"')).toEqual(["engagement"]);
});

test("between a rule's own quotes stand facts and traits, and no scores", () => {
  expect(offered(`enter = "happened('form^')"`)).toEqual(["form.demo_request"]);
  expect(offered(`enter = "happened('engage^')"`)).toBeUndefined();
  expect(offered(`enter = "happened('form.demo_request') || fi^"`)).toEqual(["fit"]);
});

test("stages are offered as promises write them", () => {
  expect(offered('from = "stage:m^"')).toEqual(["stage:mql"]);
});

test("nothing is offered outside of texts, in comments, and for what is whole already", () => {
  expect(offered("account.^")).toBeUndefined();
  expect(offered('when = "fit" # account.^')).toBeUndefined();
  expect(offered('when = "lead.seniority^"')).toBeUndefined();
  expect(offered('when = "a \\" account.emp^"')).toEqual(["account.employees"]);
});

test("what is replaced is what was typed", () => {
  const line = 'when = "account.emp"';
  expect(complete(line, line.length - 1)).toMatchObject({ word: "account.emp", column: 8 });
});
