import { expect, test } from "vitest";
import { doneCount, isDone, type Known, readStep, stepOf } from "./progress";

const nothing: Known = { hasCompany: false, hasData: false, hasCharter: false, roles: [] };

test("one goes on where one left off", () => {
  expect(stepOf(nothing, undefined)).toBe("company");
  expect(stepOf({ ...nothing, hasCompany: true }, undefined)).toBe("data");
  const imported = { ...nothing, hasCompany: true, hasData: true };
  expect(stepOf(imported, undefined)).toBe("findings");
  expect(stepOf({ ...imported, hasCharter: true }, undefined)).toBe("invite");
});

test("a step that was asked for is shown, and another word is none", () => {
  expect(stepOf(nothing, readStep("charter"))).toBe("charter");
  expect(stepOf(nothing, readStep("nonsense"))).toBe("company");
});

test("inviting is done when both heads are invited, and not when others are", () => {
  const known = { ...nothing, hasCharter: true, roles: ["administrator", "sales_head"] };
  expect(isDone("invite", known)).toBe(false);
  expect(isDone("invite", { ...known, roles: [...known.roles, "marketing_head"] })).toBe(true);
});

test("a charter that came another way leaves the company and the heads to do", () => {
  expect(doneCount({ ...nothing, hasCharter: true })).toBe(3);
  expect(doneCount(nothing)).toBe(0);
});
