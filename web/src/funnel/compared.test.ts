import { describe, expect, it } from "vitest";
import { compared, largestMove, moveOf, periods } from "./compared";
import { slice, stage } from "./testFunnel";

describe("two periods of the funnel", () => {
  const now = slice([stage("inquiry", 100), stage("mql", 40, 0.4), stage("sal", 10, 0.25)]);
  const before = slice([stage("inquiry", 80), stage("mql", 36, 0.45), stage("sal", 18, 0.5)]);

  it("are told stage by stage, with the rate of each but the first", () => {
    const [inquiry, mql] = compared(now, before);
    expect(inquiry).toMatchObject({ reached: 100, reachedBefore: 80, rate: undefined });
    expect(mql).toMatchObject({ rate: 0.4, rateBefore: 0.45 });
  });

  it("have a largest move, whichever way it goes", () => {
    expect(largestMove(compared(now, before))?.id).toBe("sal");
    expect(largestMove(compared(now, now))).toBeUndefined();
  });

  it("are not compared where the earlier one has no rate", () => {
    const [, mql] = compared(now, slice([stage("inquiry", 0)]));
    expect(mql && moveOf(mql)).toBeUndefined();
  });

  it("are equally long, meet, and stay the same within a day", () => {
    const at = (time: string) => periods(30, Date.parse(time));
    expect(at("2027-03-31T08:00:00Z")).toEqual(at("2027-03-31T21:00:00Z"));
    const { last, before } = at("2027-03-31T08:00:00Z");
    expect(before).toEqual({ from: "2027-01-30T00:00:00.000Z", until: last.from });
    expect(last.from).toBe("2027-03-01T00:00:00.000Z");
  });
});
