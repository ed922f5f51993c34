import { describe, expect, it } from "vitest";
import { waitingWords, whenOf } from "./waiting-words.ts";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const word = {
  kind: "word",
  dueAt: "2026-03-10T22:30:00.000Z",
  stage: "Screen",
  applicationId: id,
  candidate: "Noor",
  job: "Backend Engineer",
} as const;

describe("what waits", () => {
  it("is late once its time has passed, and today by the organization's own day", () => {
    expect(whenOf(word, "2026-03-10T22:31:00.000Z", "UTC")).toBe("late");
    expect(whenOf(word, "2026-03-10T10:00:00.000Z", "UTC")).toBe("today");
    expect(whenOf(word, "2026-03-10T10:00:00.000Z", "Europe/Berlin")).toBe("today");
    expect(whenOf(word, "2026-03-10T10:00:00.000Z", "Asia/Tokyo")).toBe("later");
  });

  it("leads to where it is done", () => {
    expect(waitingWords(word)).toEqual({
      todo: "Answer the candidate",
      about: "Noor · Screen · Backend Engineer",
      path: `/applications/${id}`,
    });
  });
});
