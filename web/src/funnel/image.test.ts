import { expect, test } from "vitest";
import { drawing } from "./image";

const LOOK = { paper: "#fff", ink: "#111", quiet: "#555", marketing: "#505", sales: "#055" };

test("a picture holds its sentence, bars in proportion, and a tick where a rate was agreed", () => {
  const bars = [
    { name: "Inquiry", side: "marketing", reached: 200, agreed: undefined, said: "200" },
    { name: "Accepted", side: "sales", reached: 50, agreed: 100, said: "50, 25 %" },
  ];
  const { shapes, height } = drawing("The largest loss", "As of today", bars, LOOK);
  const said = shapes.flatMap((shape) => (shape.kind === "words" ? [shape.say] : []));
  expect(said).toEqual([
    "The largest loss",
    "As of today",
    "Inquiry",
    "200",
    "Accepted",
    "50, 25 %",
  ]);
  const boxes = shapes.flatMap((shape) => (shape.kind === "box" ? [shape] : []));
  const [paper, first, second, tick] = boxes;
  expect(boxes).toHaveLength(4);
  expect(paper?.height).toBe(height);
  expect([first?.fill, second?.fill, tick?.fill]).toEqual(["#505", "#055", "#111"]);
  expect(second?.width).toBeCloseTo((first?.width ?? 0) / 4);
  expect((tick?.x ?? 0) - (second?.x ?? 0)).toBeCloseTo((first?.width ?? 0) / 2);
});
