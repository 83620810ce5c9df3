import { describe, expect, it } from "vitest";
import { oneAtATime } from "./oneAtATime";

/** A server that answers when it is told to. */
function server() {
  const put: string[] = [];
  const answers: (() => void)[] = [];
  const refusals: ((error: Error) => void)[] = [];
  const ask = (asked: string) => {
    put.push(asked);
    return new Promise<string>((done, fail) => {
      answers.push(() => done(`of ${asked}`));
      refusals.push(fail);
    });
  };
  return { put, answers, refusals, ask };
}

const settled = () => new Promise((done) => setTimeout(done, 0));

describe("questions one at a time", () => {
  it("passes over those between, and asks the last one once the first is answered", async () => {
    const { put, answers, ask } = server();
    const told: string[] = [];
    const asker = oneAtATime(
      ask,
      (_, answer) => told.push(answer),
      () => {},
    );
    for (const text of ["a", "ab", "abc"]) asker.ask(text);
    expect(put).toEqual(["a"]);
    answers[0]?.();
    await settled();
    expect(put).toEqual(["a", "abc"]);
    answers[1]?.();
    await settled();
    expect(told).toEqual(["of a", "of abc"]);
  });

  it("goes on after a refusal", async () => {
    const { put, refusals, ask } = server();
    const failed: string[] = [];
    const asker = oneAtATime(
      ask,
      () => {},
      (asked) => failed.push(asked),
    );
    asker.ask("a");
    asker.ask("b");
    refusals[0]?.(new Error("refused"));
    await settled();
    expect(failed).toEqual(["a"]);
    expect(put).toEqual(["a", "b"]);
  });

  it("tells nothing of what was broken off, and takes questions again", async () => {
    const { put, answers, ask } = server();
    const told: string[] = [];
    const asker = oneAtATime(
      ask,
      (_, answer) => told.push(answer),
      () => {},
    );
    asker.ask("a");
    asker.ask("b");
    asker.stop();
    asker.ask("c");
    answers[0]?.();
    answers[1]?.();
    await settled();
    expect(put).toEqual(["a", "c"]);
    expect(told).toEqual(["of c"]);
  });
});
