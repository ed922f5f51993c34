import type { PlanContent } from "@rubric/domain/job/plan/schemas";

/** The questions of the bank by competency, as a plan asks them. */
export type Bank = ReadonlyMap<string, readonly string[]>;

type Level = "engineer" | "senior" | "staff";

const criterion =
  (level: Level) =>
  (competencyKey: string, weight: number, required = true) => ({
    competencyKey,
    expectedLevelKey: level,
    weight,
    required,
  });

export type PlanOptions = {
  /** Days within which a candidate hears, by stage. */
  answerDays: { call: number; loop: number; offer: number };
  /** Two of the loop's criteria are rated by two people. */
  overlap: boolean;
};

const USUAL: PlanOptions = { answerDays: { call: 5, loop: 5, offer: 7 }, overlap: false };

/** The plan of a backend job: review, one call, a loop of three, offer. */
export function backendPlan(level: Level, bank: Bank, options = USUAL): PlanContent {
  const { answerDays, overlap } = options;
  const of = criterion(level);
  const interview = (
    name: string,
    minutes: number,
    competencyKeys: string[],
    instructions: string,
    /** Rated by somebody else too, who asks about it. */
    heardBeside: string[] = [],
  ) => ({
    name,
    kind: "interview" as const,
    minutes,
    instructions,
    competencyKeys: overlap ? [...competencyKeys, ...heardBeside] : competencyKeys,
    questionIds: competencyKeys.flatMap((key) => (bank.get(key) ?? []).slice(0, 2)),
  });
  return {
    criteria: [
      of("technical-communication", 3),
      of("domain-modelling", 4),
      of("invariants-under-concurrency", 5),
      of("system-design", 4),
      of("stores-and-growth", 3, false),
      of("code-and-algorithms", 3),
      of("testing-and-delivery", 3),
      of("query-performance", 4),
      of("identity-and-access", 3),
      of("data-protection-and-audit", 4),
    ],
    stages: [
      {
        key: "review",
        name: "Application review",
        kind: "review",
        assesses: "Whether your experience meets what the post asks for.",
        tip: "Say what you built and what became of it; a list of tools tells us little.",
        debrief: false,
        answerDays: 5,
        interviews: [],
      },
      {
        key: "call",
        name: "First call",
        kind: "interview",
        assesses: "How you explain technical matters and how you think about rules.",
        tip: "Bring one piece of work that you know well. We will ask why it is as it is.",
        debrief: false,
        answerDays: answerDays.call,
        interviews: [
          interview(
            "First call",
            45,
            ["technical-communication", "domain-modelling"],
            "Leave ten minutes at the end for their questions. Do not speak about pay.",
          ),
        ],
      },
      {
        key: "loop",
        name: "Technical loop",
        kind: "interview",
        assesses: "Design, code and security, each with one of your future colleagues.",
        tip: "Three talks with breaks between them. Think aloud; asking back is welcome.",
        debrief: true,
        answerDays: answerDays.loop,
        interviews: [
          interview(
            "System design",
            75,
            ["system-design", "invariants-under-concurrency", "stores-and-growth"],
            "Start from the transfer between two accounts. Stay with one case rather than three.",
          ),
          interview(
            "A change in code",
            75,
            ["code-and-algorithms", "testing-and-delivery", "query-performance"],
            "They choose the language. Help with the tools at once, with the thinking later.",
            ["invariants-under-concurrency"],
          ),
          interview(
            "Security and personal data",
            60,
            ["identity-and-access", "data-protection-and-audit"],
            "Use the sign-in case first, then the request for erasure.",
            ["system-design"],
          ),
        ],
      },
      {
        key: "offer",
        name: "Offer",
        kind: "offer",
        assesses: "",
        tip: "We talk the offer through with you before you have to answer.",
        debrief: false,
        answerDays: answerDays.offer,
        interviews: [],
      },
    ],
  };
}
