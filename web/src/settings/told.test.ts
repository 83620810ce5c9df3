import { describe, expect, it } from "vitest";
import { told } from "./told";

describe("what the audit trail tells", () => {
  it("says only the fields in which before and after differ", () => {
    const before = '{"name":"Ana","role":"rep","is_active":true}';
    const after = '{"name":"Ana","role":"sales_head","is_active":true}';
    expect(told(before, after)).toEqual({ before: "role rep", after: "role sales_head" });
  });

  it("says every field of what is new", () => {
    const after = '{"name":"Team A","members":["ana","ben"],"units":[]}';
    expect(told("", after).after).toBe("name Team A, members ana + ben, units –");
  });

  it("leaves words as they are, and shortens whole files", () => {
    expect(told("open", "teams")).toEqual({ before: "open", after: "teams" });
    expect(told("", "{ not JSON").after).toBe("{ not JSON");
    expect(told("", "x".repeat(400)).after).toHaveLength(302);
  });
});
