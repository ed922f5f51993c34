import { expect, test } from "vitest";
import { lengthWords } from "./post-words.ts";

const of = (minutes: number, kind: "interview" | "take_home" = "interview") => ({
  name: "x",
  kind,
  minutes,
});

test.each([
  [[], null],
  [[of(45)], "1 conversation, 45 minutes"],
  [[of(60), of(60)], "2 conversations, 1 hour each"],
  [[of(60), of(90)], "2 conversations, 2 h 30 min together"],
  [[of(30), of(120, "take_home")], "1 conversation, 30 minutes; 1 task to do at home, 2 hours"],
])("%j takes %s", (interviews, expected) => {
  expect(lengthWords(interviews)).toBe(expected);
});
