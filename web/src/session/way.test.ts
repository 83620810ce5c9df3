import { expect, test } from "vitest";
import { isOurs, readReturned } from "./way";

test("only a path of ours is gone back to", () => {
  expect(["/", "/leads?stage=mql", "/a//b"].filter(isOurs)).toHaveLength(3);
  expect(
    ["//evil.example.com", "/\\evil.example.com", "https://evil.example.com", ""].filter(isOurs),
  ).toEqual([]);
  expect(isOurs(null)).toBe(false);
});

test("what the provider sends back is a code, a refusal, or nothing", () => {
  expect(readReturned("?code=c&state=s&iss=https%3A%2F%2Flogin.example.com")).toEqual({
    back: { code: "c", state: "s", iss: "https://login.example.com" },
  });
  expect(readReturned("?code=c&state=s")).toEqual({ back: { code: "c", state: "s" } });
  expect(readReturned("?error=access_denied&state=s")).toEqual({ refused: "access_denied" });
  expect(readReturned(`?error=x&error_description=${"y".repeat(900)}`).refused).toHaveLength(200);
  expect(readReturned("")).toEqual({});
});
