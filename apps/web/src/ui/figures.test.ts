import { expect, test } from "vitest";
import { percent, percentRange, points, pointsRange, probability } from "./figures.ts";

test.each([
  [percent(0.1), "10.0 %"],
  [percent(1), "100.0 %"],
  [points(-0.2), "−20.0"],
  [points(0.0512), "+5.1"],
  [points(0), "0.0"],
  [percentRange({ low: 0, high: 0.1611 }), "0.0 to 16.1 %"],
  [pointsRange({ low: -0.35, high: 0.024 }), "−35.0 to +2.4"],
  [probability(0.0228), "0.023"],
  [probability(0.0001), "< 0.001"],
  [probability(1), "1.000"],
])("%s", (words, expected) => {
  expect(words).toBe(expected);
});
