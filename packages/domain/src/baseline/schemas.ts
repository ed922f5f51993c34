import { z } from "zod";
import { RATINGS } from "../scorecard/schemas.ts";
import { Why } from "../why.ts";
import { Day, Id, Instant, paragraph, reason } from "../wire.ts";

/** How much of a baseline the manager sees, from the least on. */
export const SIGHTS = ["nothing", "ratings", "ratings_and_evidence"] as const;
export const AUTHOR_DUTIES = ["interviewer", "hiring_manager", "recruiter"] as const;
/** Why there is no baseline. */
export const NO_BASELINE = ["not_hired", "no_notice", "nothing_rated"] as const;

export const BaselineInput = z.strictObject({ memberId: Id });
export const ShareBaselineInput = z.strictObject({ memberId: Id, remark: paragraph(4000) });
export const ObjectInput = z.strictObject({ memberId: Id, reason: reason() });

const Person = z.object({ id: Id, name: z.string() });

const BaselineRating = z.object({
  rating: z.enum(RATINGS),
  /** Null where the reader sees ratings only. */
  evidence: z.string().nullable(),
  by: z.enum(AUTHOR_DUTIES),
  /** The day of the interview, where the organization is. */
  on: Day,
});

export const BaselineCompetency = z.object({
  key: z.string(),
  name: z.string(),
  theme: z.string(),
  ratings: z.array(BaselineRating),
});
export type BaselineCompetency = z.infer<typeof BaselineCompetency>;

/** A baseline as the person takes it with them. */
export const BaselineRecord = z.object({
  /** What the candidate was told, and when. */
  notice: z.object({ text: z.string(), at: Instant }),
  job: z.string(),
  openedAt: Instant,
  objection: z.string(),
  remark: z.string(),
  competencies: z.array(BaselineCompetency),
});

export const BaselineView = z.object({
  member: Person,
  manager: Person.nullable(),
  mine: z.enum(["self", "manager"]),
  /** Why there is none; null where there is one, and for a manager who reads none. */
  none: z.enum(NO_BASELINE).nullable(),
  /** What the candidate was told, and when. For the person alone. */
  notice: z.object({ text: z.string(), at: Instant }).nullable(),
  /** The job that they were hired for. For the person alone. */
  job: z.object({ title: z.string(), hiredAt: Instant }).nullable(),
  openedAt: Instant.nullable(),
  managerSees: z.enum(SIGHTS),
  /** When the manager sees it, or since when they do; null: not as things stand. */
  managerFrom: Instant.nullable(),
  /** Why the reader sees nothing of it. */
  sealed: Why.nullable(),
  competencies: z.array(BaselineCompetency),
  remark: z.string(),
  /** For the person alone. */
  objection: z.object({ at: Instant, reason: z.string() }).nullable(),
  may: z.object({
    open: Why.nullable(),
    share: Why.nullable(),
    object: Why.nullable(),
    withdrawObjection: Why.nullable(),
  }),
});
export type BaselineView = z.infer<typeof BaselineView>;
