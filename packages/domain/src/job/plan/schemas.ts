import { z } from "zod";
import { QUESTION_KINDS } from "../../question/document.ts";
import { Id, Instant, line, paragraph } from "../../wire.ts";

export const STAGE_KINDS = ["review", "interview", "offer"] as const;
export const INTERVIEW_KINDS = ["interview", "take_home", "reference_check"] as const;

const key = z.string().min(1).max(200);

export const PlanCriterion = z.strictObject({
  competencyKey: key,
  expectedLevelKey: key,
  weight: z.int().min(1).max(5),
  required: z.boolean(),
});
export const PlanInterview = z.strictObject({
  name: line(120),
  kind: z.enum(INTERVIEW_KINDS),
  minutes: z.int().min(5, "At least 5 minutes.").max(480, "At most 480 minutes."),
  instructions: paragraph(5000),
  competencyKeys: z.array(key).max(20),
  questionIds: z.array(Id).max(40),
});
export const PlanStage = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "Lower-case letters, digits and hyphens."),
  name: line(120),
  kind: z.enum(STAGE_KINDS),
  assesses: paragraph(2000),
  tip: paragraph(2000),
  debrief: z.boolean(),
  /** Days in which a candidate hears from us. */
  answerDays: z.int().min(1, "At least one day.").max(90, "At most 90 days."),
  interviews: z.array(PlanInterview).max(10),
});
/** A whole plan as it is written: the rubric's criteria and the stages with their kits. */
export const PlanContent = z.strictObject({
  criteria: z.array(PlanCriterion).max(30),
  stages: z.array(PlanStage).max(15),
});
export type PlanContent = z.infer<typeof PlanContent>;

export const QuestionLine = z.object({
  id: Id,
  kind: z.enum(QUESTION_KINDS),
  competencyKey: z.string(),
  text: z.string(),
});
const Withdrawn = z.object({ at: Instant, reason: z.string() }).nullable();

export const PlanView = z.object({
  id: Id,
  number: z.int(),
  state: z.enum(["draft", "current", "past"]),
  frameworkVersion: z.object({ id: Id, number: z.int() }),
  createdAt: Instant,
  currentSince: Instant.nullable(),
  criteria: z.array(
    z.object({
      id: Id,
      competencyKey: z.string(),
      name: z.string(),
      theme: z.string(),
      expectedLevelKey: z.string(),
      expectedLevel: z.string(),
      /** What is expected at that level; empty where the framework says nothing. */
      anchor: z.string(),
      weight: z.int(),
      required: z.boolean(),
      withdrawn: Withdrawn,
    }),
  ),
  stages: z.array(
    z.object({
      id: Id,
      key: z.string(),
      name: z.string(),
      kind: z.enum(STAGE_KINDS),
      assesses: z.string(),
      tip: z.string(),
      debrief: z.boolean(),
      answerDays: z.int(),
      interviews: z.array(
        z.object({
          id: Id,
          name: z.string(),
          kind: z.enum(INTERVIEW_KINDS),
          minutes: z.int(),
          instructions: z.string(),
          competencyKeys: z.array(z.string()),
          /** Empty for those who may not read kits. */
          questions: z.array(QuestionLine.extend({ withdrawn: Withdrawn })),
        }),
      ),
    }),
  ),
});
export type PlanView = z.infer<typeof PlanView>;

const ProposedInterview = z.object({ ...PlanInterview.shape, name: z.string() });
const ProposedStage = z.object({
  ...PlanStage.shape,
  name: z.string(),
  interviews: z.array(ProposedInterview),
});

/** What the ticked tasks lead to; to be accepted or changed, never adopted by itself. */
export const ProposalView = z.object({
  plan: z.object({ criteria: z.array(PlanCriterion), stages: z.array(ProposedStage) }),
  because: z.array(z.object({ competencyKey: z.string(), tasks: z.array(z.string()) })),
  experience: z.array(z.object({ area: z.string(), text: z.string() })),
});
export type ProposalView = z.infer<typeof ProposalView>;
