import { expect, test } from "vitest";
import { sentence, thread } from "./thread";

const fact = {
  key: "0000000000000001",
  at: "2026-10-22T10:08:00Z",
  precision: "instant",
  kind: "touch",
  name: "webinar.attended",
  value: null,
  actor: null,
  by_a_person: false,
  says: "it came to a webinar",
};
const decision = {
  at: "2026-10-22T10:08:00Z",
  precision: "instant",
  what: "stage_entered",
  target: "mql",
  says: "enters Marketing qualified",
  clause: "stage.mql",
  clause_says: "A lead enters …",
  pass: 1,
  due: null,
  cause: "fact",
  cause_fact: fact.key,
  version: 1,
  terms: 1,
  certainty: "exact",
};

test("a decision stands above its cause, and the latest above the earlier", () => {
  const call = {
    ...fact,
    key: "2",
    kind: "activity",
    at: "2026-10-22T11:00:00Z",
    actor: "ann.example",
    says: "somebody spoke with it on the phone, by ann.example",
  };
  const entries = thread({ facts: [fact, call], decisions: [decision] });
  expect(entries.map((entry) => [entry.lane, entry.says, entry.who])).toEqual([
    ["sales", "Somebody spoke with it on the phone", "Ann Example"],
    ["charter", "Enters Marketing qualified", undefined],
    ["marketing", "Came to a webinar", undefined],
  ]);
});

test("what was learned at one moment is one entry with its parts", () => {
  const learned = (key: string, at: string) => ({
    ...fact,
    key,
    at,
    kind: "trait",
    says: "its country is DE",
  });
  const entries = thread({
    facts: [
      learned("1", "2026-10-01T00:00:00Z"),
      learned("2", "2026-10-01T00:00:00Z"),
      learned("3", "2026-10-02T00:00:00Z"),
    ],
    decisions: [],
  });
  expect(entries.map((entry) => entry.parts.length)).toEqual([1, 2]);
});

test("a sentence keeps who did it when that is not who is said beside it", () => {
  expect(sentence("it was given to ann", undefined)).toBe("Was given to ann");
  expect(sentence("a call, by bob", "ann")).toBe("A call, by bob");
});
