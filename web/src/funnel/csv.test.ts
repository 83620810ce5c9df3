import { describe, expect, it } from "vitest";
import { asCsv, nameOf } from "./csv";
import { funnel, slice, stage } from "./testFunnel";

describe("the funnel as a file", () => {
  it("has a row for each stage of the whole and of each slice", () => {
    const whole = slice([stage("inquiry", 10), stage("mql", 4, 0.4)]);
    const data = funnel(whole, [slice([stage("inquiry", 3)], "web, organic")]);
    const lines = asCsv(data).trimEnd().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[2]).toBe("all,MQL,marketing,4,4,0,0.4,,,,exact");
    expect(lines[3]).toBe('"web, organic",INQUIRY,marketing,3,3,0,,,,,exact');
  });

  it("runs nothing in a spreadsheet", () => {
    const data = funnel(slice([]), [slice([stage("mql", 1)], '=HYPERLINK("x")')]);
    expect(asCsv(data)).toContain('"\'=HYPERLINK(""x"")"');
  });

  it("is named for what it is of", () => {
    const data = funnel(slice([]));
    expect(nameOf(data, Date.parse("2027-03-04T10:00:00Z"))).toBe("funnel-2027-03-04.csv");
    const known = { ...data, by: "lead.source", as_known: "2027-01-31T23:00:00Z" };
    expect(nameOf(known, 0)).toBe("funnel-by-lead-source-2027-01-31.csv");
  });
});
