import { expect, test } from "vitest";
import { largestLoss, type Slice, steepest } from "./loss";

function slice(rates: [string, number, number | null][]): Slice {
  return {
    leads: 100,
    beside: [],
    velocities: [],
    stages: rates.map(([id, reached, rate], index) => ({
      id,
      name: id.toUpperCase(),
      side: "sales",
      entered: reached,
      reached,
      waiting: 0,
      certainty: "exact",
      share_of_first: reached / 100,
      share_of_previous: index === 0 ? 1 : reached / (rates[index - 1]?.[1] ?? 1),
      target:
        rate === null
          ? null
          : {
              from: rates[index - 1]?.[0] ?? "",
              rate,
              actual: reached / (rates[index - 1]?.[1] ?? 1),
            },
    })),
  };
}

test("the largest loss is the one that falls shortest of what was agreed, not the steepest", () => {
  // From a to b half are lost, as agreed; from b to c fewer, but many more than agreed.
  const found = largestLoss(
    slice([
      ["a", 100, null],
      ["b", 50, 0.5],
      ["c", 30, 0.9],
    ]),
  );
  expect(found).toMatchObject({ from: "B", to: "C", actual: 0.6, agreed: 0.9 });
});

test("a rate that is reached is no loss", () => {
  expect(
    largestLoss(
      slice([
        ["a", 100, null],
        ["b", 60, 0.5],
      ]),
    ),
  ).toBeUndefined();
});

test("without targets the steepest step is named", () => {
  const found = steepest(
    slice([
      ["a", 100, null],
      ["b", 90, null],
      ["c", 20, null],
    ]),
  );
  expect(found).toMatchObject({ from: "B", to: "C", agreed: undefined });
});
