import { describe, expect, it } from "vitest";
import { readAuditSearch, readOutboxSearch } from "./search";
import { sectionAt, seenBy } from "./sections";

describe("sections of the settings", () => {
  it("shows nobody what they may not open", () => {
    const names = seenBy(["tokens.make", "users.read", "settings.read"]).map(({ name }) => name);
    expect(names).toEqual(["mine", "tokens", "people", "teams", "roster"]);
  });

  it("shows everybody what is their own", () => {
    expect(seenBy([]).map(({ name }) => name)).toEqual(["mine"]);
  });

  it("finds a section by its address, whatever stands at its end", () => {
    expect(sectionAt("/settings/")?.name).toBe("mine");
    expect(sectionAt("/settings/write-keys")?.name).toBe("write-keys");
    expect(sectionAt("/settings/nothing")).toBeUndefined();
  });
});

describe("addresses of settings", () => {
  it("passes over days that are none and over what it does not know", () => {
    const asked = { who: "ana", from: "yesterday", until: "2027-03-04", other: "x" };
    expect(readAuditSearch(asked)).toEqual({ who: "ana", until: "2027-03-04" });
  });

  it("shows dead letters unless another state is asked for", () => {
    expect(readOutboxSearch({ state: "nonsense" })).toEqual({});
    expect(readOutboxSearch({ state: "sent" })).toEqual({ state: "sent" });
  });
});
