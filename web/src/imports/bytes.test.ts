import { expect, it } from "vitest";
import { bytes } from "./bytes";

it("says how large a file is in the unit that fits", () => {
  expect(bytes(0)).toBe("0 B");
  expect(bytes(999)).toBe("999 B");
  expect(bytes(1400)).toBe("1.4 kB");
  expect(bytes(123_456_789)).toBe("123 MB");
  expect(bytes(2_147_483_648)).toBe("2.1 GB");
});
