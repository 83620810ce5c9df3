import { describe, expect, it } from "vitest";
import { Refused } from "../api/client";
import { fieldProblems, otherProblem } from "./change";

const refused = (places?: { at: string; reason: string }[]) =>
  new Refused({ status: 422, code: "not_valid", detail: "not taken", ...(places && { places }) });

describe("what a form says of a refusal", () => {
  it("stands at the field that it is about, and is not said twice", () => {
    const error = refused([{ at: "/email", reason: "has no @" }]);
    expect(fieldProblems(error)).toEqual({ email: "has no @" });
    expect(otherProblem(error, ["email", "name"])).toBeUndefined();
  });

  it("is said as a whole where no field shows it", () => {
    expect(otherProblem(refused([{ at: "/handle", reason: "is taken" }]), ["email"])).toBe(
      "not taken",
    );
    expect(otherProblem(refused(), ["email"])).toBe("not taken");
    expect(otherProblem(null, ["email"])).toBeUndefined();
  });
});
