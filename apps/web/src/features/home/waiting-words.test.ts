import { describe, expect, it } from "vitest";
import { linesOf, waitingWords, whenOf } from "./waiting-words.ts";

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

  it("gives a day for what waits since a moment", () => {
    const owed = {
      kind: "scorecard",
      dueAt: "2026-03-10T09:00:00.000Z",
      interview: "First call",
      interviewId: id,
      begun: false,
      shadow: false,
      applicationId: id,
      candidate: "Noor",
      job: "Backend Engineer",
    } as const;
    expect(whenOf(owed, "2026-03-10T23:30:00.000Z", "UTC")).toBe("today");
    expect(whenOf(owed, "2026-03-11T08:59:00.000Z", "UTC")).toBe("today");
    expect(whenOf(owed, "2026-03-11T09:01:00.000Z", "UTC")).toBe("late");
  });

  it("says once that a candidate's interviews are to be scheduled", () => {
    const of = (interview: string, proposed: boolean) =>
      ({
        kind: "unscheduled",
        dueAt: word.dueAt,
        interviewId: id,
        interview,
        proposed,
        applicationId: id,
        candidate: "Noor",
        job: "Backend Engineer",
      }) as const;
    const lines = linesOf([of("Design", false), word, of("Code", false), of("Talk", true)]);
    expect(lines.map(({ words }) => `${words.todo}: ${words.about}`)).toEqual([
      "Schedule 2 interviews: Noor · Design, Code · Backend Engineer",
      "Answer the candidate: Noor · Screen · Backend Engineer",
      "Times proposed, no answer yet: Noor · Talk · Backend Engineer",
    ]);
  });

  it("leads to where it is done", () => {
    expect(waitingWords(word)).toEqual({
      todo: "Answer the candidate",
      about: "Noor · Screen · Backend Engineer",
      path: `/applications/${id}`,
    });
  });
});
