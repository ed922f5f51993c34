import type { Actor, Org } from "../src/context.ts";
import { showJob } from "../src/job/index.ts";
import type { PlanContent } from "../src/job/plan/schemas.ts";
import { type JobView, NO_STATEMENTS, type PostContent } from "../src/job/schemas.ts";
import type { MadeJob } from "./factories.ts";
import { type Harness, query, refusal } from "./harness.ts";

/** The page of a job as an actor sees it. */
export function see(harness: Harness, org: Org, actor: Actor, jobId: string): Promise<JobView> {
  return query(harness, org, actor, "job.show", showJob, { jobId });
}

/** A whole plan upon the framework of a made job; the stages have the keys of its first plan. */
export function planContent(made: MadeJob): PlanContent {
  const interview = (name: string) => ({
    name,
    kind: "interview" as const,
    minutes: 45,
    instructions: "",
    competencyKeys: ["business-rules", "security"],
    questionIds: made.questionIds.slice(0, 1),
  });
  const stage = { assesses: "", tip: "", debrief: false, answerDays: 5, interviews: [] };
  return {
    criteria: ["business-rules", "security"].map((competencyKey) => ({
      competencyKey,
      expectedLevelKey: "senior",
      weight: 4,
      required: true,
    })),
    stages: [
      { ...stage, key: "review", name: "Review", kind: "review" },
      {
        ...stage,
        key: "screen",
        name: "Screen",
        kind: "interview",
        interviews: [interview("Screen")],
      },
      {
        ...stage,
        key: "loop",
        name: "Loop",
        kind: "interview",
        interviews: [interview("Security"), interview("A third one"), interview("A fourth one")],
      },
      { ...stage, key: "offer", name: "Offer", kind: "offer" },
    ],
  };
}

/** A post that lacks nothing. */
export const fullPost: PostContent = {
  title: "Backend Engineer, Payments",
  body: "You keep the rules of our payments.",
  pay: { minMinor: 6_500_000, maxMinor: 8_500_000, currency: "EUR" },
  locations: ["DE-BE"],
  workplace: "hybrid",
  closingDate: "2999-12-31",
  privacyNotice: "We keep what you send for six months.",
  questions: [{ key: "start", text: "When could you start?", required: true, eligibility: false }],
  statements: NO_STATEMENTS,
};

/** What became of calls made at once: "done" for those that won, else the code of the refusal. */
export async function atOnce(times: number, call: (n: number) => Promise<unknown>) {
  const outcomes = await Promise.all(
    Array.from({ length: times }, async (_, n) => {
      const made = call(n);
      return made.then(
        () => "done",
        () => refusal(made),
      );
    }),
  );
  return outcomes.toSorted((a, b) => (a === "done" ? -1 : b === "done" ? 1 : a.localeCompare(b)));
}
