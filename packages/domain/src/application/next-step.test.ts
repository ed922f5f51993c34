import { describe, expect, it } from "vitest";
import { nextStep, type NextStepFacts } from "./next-step.ts";

const ALL = { decides: true, manages: true, leads: true, schedules: true };
const RECRUITER = { ...ALL, decides: false, manages: false };
const NOBODY = { decides: false, manages: false, leads: false, schedules: false };
const FACTS: NextStepFacts = {
  state: "active",
  nextWordAt: null,
  stageKind: "interview",
  interviews: [],
  owed: 0,
  quorumMet: true,
  asksForDebrief: false,
  session: "none",
  offer: null,
  offerDecided: false,
  reader: ALL,
  manager: "Amara Okafor",
};
const planned = { name: "Security", state: "planned", startsAt: null } as const;
const offer = (state: string) => ({ state, expiresAt: new Date("2026-12-01T12:00:00Z") });

describe("nextStep speaks of what its reader may do", () => {
  it.each<[string, Partial<NextStepFacts>, string]>([
    ["who decides", { reader: ALL }, "Decide"],
    ["who decides a review", { stageKind: "review" }, "Read and decide"],
    ["who does not decide", { reader: RECRUITER }, "Waits for Amara Okafor to decide"],
    ["nobody named", { reader: RECRUITER, manager: "" }, "Waits for the hiring manager to decide"],
    ["who schedules", { reader: RECRUITER, interviews: [planned] }, "Schedule Security"],
    ["who does not", { reader: NOBODY, interviews: [planned] }, "To be scheduled: Security"],
    ["nothing to schedule", { quorumMet: false }, "Add an interview"],
    [
      "nothing to schedule, and no way to add",
      { quorumMet: false, reader: RECRUITER },
      "Waits for Amara Okafor to add an interview",
    ],
    ["an offer stage undecided", { stageKind: "offer" }, "Decide to offer"],
    [
      "an offer stage undecided, to who does not decide",
      { stageKind: "offer", reader: RECRUITER },
      "Waits for Amara Okafor to decide",
    ],
    ["an offer decided", { stageKind: "offer", offerDecided: true }, "Write the offer"],
    ["an offer decided in the last stage", { offerDecided: true }, "Write the offer"],
    [
      "an offer decided, to who does not write it",
      { stageKind: "offer", offerDecided: true, reader: NOBODY },
      "An offer is being prepared",
    ],
  ])("%s", (_, changed, text) => {
    expect(nextStep({ ...FACTS, ...changed }).text).toBe(text);
  });
});

describe("an offer that came to nothing", () => {
  it.each([
    ["declined", "The offer was declined: write another, or end the application"],
    ["expired", "The offer expired unanswered: write another, or end the application"],
    ["withdrawn", "The offer was withdrawn: write another, or end the application"],
  ])("%s", (state, text) => {
    const facts = {
      ...FACTS,
      stageKind: "offer",
      offerDecided: true,
      offer: offer(state),
    } as const;
    expect(nextStep(facts)).toEqual({ kind: "offer", text, at: null });
    expect(nextStep({ ...facts, reader: NOBODY }).text).not.toContain("write");
    expect(nextStep({ ...facts, state: "withdrawn" }).kind).toBe("ended");
    expect(nextStep({ ...facts, offer: "sealed" }).text).toBe("An offer is being prepared");
  });
});
