import { expect, test } from "vitest";
import { Refused, reach, Unreachable } from "../api/client";
import { text } from "../text";
import { problemInWords } from "./Problem";

test("only what did not reach the server is said to be of the connection", async () => {
  const away = () => Promise.reject(new TypeError("Failed to fetch"));
  const unreached = await reach(away, new Request("http://localhost/")).catch((error) => error);
  expect(unreached).toBeInstanceOf(Unreachable);
  expect(problemInWords(unreached)).toBe(text.problem.offline);
  const ours = new TypeError("cannot read properties of undefined");
  expect(problemInWords(ours)).toBe("cannot read properties of undefined");
  const refused = new Refused({ status: 422, code: "x", detail: "name a stage" });
  expect(problemInWords(refused)).toBe("name a stage");
});

test("what is broken off stays broken off, and is no trouble of the connection", async () => {
  const stopped = () => Promise.reject(new DOMException("stopped", "AbortError"));
  const error = await reach(stopped, new Request("http://localhost/")).catch((it) => it);
  expect(error).toBeInstanceOf(DOMException);
});
