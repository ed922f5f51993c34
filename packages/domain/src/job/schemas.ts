import { z } from "zod";
import { TEAM_DUTIES } from "../duties.ts";
import { PostDutyView, Region } from "../region/schemas.ts";
import { Why } from "../why.ts";
import { Day, Id, Instant, line, optionalLine, paragraph, reason, searched } from "../wire.ts";
import { PlanContent, PlanView, ProposalView, QuestionLine } from "./plan/schemas.ts";

export const JOB_STATES = ["draft", "open", "on_hold", "closed"] as const;
export const EMPLOYMENT_TYPES = ["full_time", "part_time", "contract", "internship"] as const;
export const OPENING_STATES = ["open", "reserved", "filled", "closed"] as const;
export const POST_STATES = ["draft", "published", "unpublished"] as const;
export const WORKPLACES = ["onsite", "hybrid", "remote"] as const;
const VACANCIES = ["existing", "future"] as const;
export const CHECKLIST = ["rubric", "plan", "team", "opening", "post"] as const;

const Regions = z.array(Region).min(1, "Name at least one place.").max(30);
const key = (max = 200) => z.string().min(1).max(max);

export const JobHead = z.strictObject({
  title: line(120),
  team: line(120),
  levelKey: key(),
  employmentType: z.enum(EMPLOYMENT_TYPES),
  locations: Regions,
  confidential: z.boolean(),
  recruiterDecides: z.boolean(),
});

export const CreateJobInput = JobHead.extend({
  frameworkId: Id,
  /** Who takes these duties; without a name the author does, as far as their roles allow. */
  recruiterId: Id.nullable(),
  managerId: Id.nullable(),
  openings: z.int().min(1, "At least one opening.").max(50, "At most 50 openings."),
  /** An approved requisition without a job: the openings are its seats then, whatever is said above. */
  requisitionId: Id.nullish(),
});
export const UpdateJobInput = JobHead.extend({ jobId: Id });
export const JobInput = z.strictObject({ jobId: Id });
export const JobReasonInput = z.strictObject({ jobId: Id, reason: reason() });

export const ListJobsInput = z.strictObject({
  states: z.array(z.enum(JOB_STATES)).max(4),
  search: searched.nullable(),
  mine: z.boolean(),
  cursor: Id.nullish(),
});
export const JobRow = z.object({
  id: Id,
  title: z.string(),
  team: z.string(),
  level: z.string(),
  locations: z.array(z.string()),
  state: z.enum(JOB_STATES),
  confidential: z.boolean(),
  openings: z.object({ filled: z.int(), reserved: z.int(), total: z.int() }),
  /** Running applications by stage of the current plan; null where the actor sees no pipeline. */
  stages: z.array(z.object({ key: z.string(), name: z.string(), count: z.int() })).nullable(),
  /** Since when the application has waited that waits longest in its stage. */
  oldestWaitingSince: Instant.nullable(),
  owner: z.object({ id: Id, name: z.string() }).nullable(),
  /** The page of the job that the actor may open; null for none. */
  opens: z.enum(["pipeline", "plan"]).nullable(),
});
export const JobListView = z
  .object({
    jobs: z.array(JobRow),
    nextCursor: Id.nullable(),
    counts: z.object({ draft: z.int(), open: z.int(), on_hold: z.int(), closed: z.int() }),
    may: z.object({ create: Why.nullable() }),
  })
  .meta({ page: { items: "jobs", cursor: "nextCursor" } });
export type JobListView = z.infer<typeof JobListView>;

export const TickTasksInput = z.strictObject({
  jobId: Id,
  /** All tasks that the actor ticks; the ticks of others stay. */
  tasks: z.array(key()).max(60),
  experience: z.array(z.strictObject({ area: line(120), text: line(500) })).max(40),
});

export const SavePlanInput = z.strictObject({
  jobId: Id,
  /** The draft that was changed; null where there was none. A save gives it a new id. */
  draftId: Id.nullable(),
  frameworkVersionId: Id,
  plan: PlanContent,
});
export const AdoptPlanInput = z.strictObject({ jobId: Id, draftId: Id });
export const WithdrawCriterionInput = z.strictObject({
  jobId: Id,
  criterionId: Id,
  reason: reason(),
});

const TeamSeat = z.strictObject({ memberId: Id, duty: z.enum(TEAM_DUTIES) });
export const SetTeamInput = z.strictObject({ jobId: Id, team: z.array(TeamSeat).max(200) });

export const CloseOpeningInput = z.strictObject({ jobId: Id, openingId: Id, reason: reason() });

export const PayRange = z.strictObject({
  minMinor: z.int().min(0),
  maxMinor: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/, "A currency has three letters, such as EUR."),
});
/** What a post says because a region asks for it; texts may be empty, null is not said yet. */
export const PostStatements = z.strictObject({
  benefits: paragraph(5000),
  /** Bonuses, commissions, equity: what is paid beside the range. */
  otherPay: paragraph(5000),
  howToApply: paragraph(5000),
  /** Whether AI screens, assesses or selects applicants, and what for. */
  usesAi: z.boolean().nullable(),
  aiStatement: paragraph(5000),
  /** Whether there is a vacancy now, or one may come. */
  vacancy: z.enum(VACANCIES).nullable(),
  /** Ranges of places that are paid otherwise than the post says. */
  regionalPay: z.array(PayRange.extend({ region: Region })).max(30),
});
export type PostStatements = z.infer<typeof PostStatements>;
export const NO_STATEMENTS: PostStatements = {
  benefits: "",
  otherPay: "",
  howToApply: "",
  usesAi: null,
  aiStatement: "",
  vacancy: null,
  regionalPay: [],
};

export const PostContent = z.strictObject({
  title: optionalLine(120),
  body: paragraph(20_000),
  pay: PayRange.nullable(),
  locations: z.array(Region).max(30),
  workplace: z.enum(WORKPLACES),
  closingDate: Day.nullable(),
  privacyNotice: paragraph(20_000),
  questions: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
        text: line(500),
        required: z.boolean(),
        /** Whether the answer decides if one can be considered at all; applicants read that it does. */
        eligibility: z.boolean().default(false),
      }),
    )
    .max(10),
  statements: PostStatements.default(NO_STATEMENTS),
});
export type PostContent = z.infer<typeof PostContent>;
export const SavePostInput = z.strictObject({ jobId: Id, post: PostContent });
export const PublishPostInput = z.strictObject({ jobId: Id, postId: Id });
export const UnpublishPostInput = z.strictObject({ jobId: Id, postId: Id, reason: reason() });

export const StatementsView = z.object({
  benefits: z.string(),
  otherPay: z.string(),
  howToApply: z.string(),
  usesAi: z.boolean().nullable(),
  aiStatement: z.string(),
  vacancy: z.enum(VACANCIES).nullable(),
  regionalPay: z.array(
    z.object({
      region: z.string(),
      minMinor: z.int(),
      maxMinor: z.int(),
      currency: z.string(),
    }),
  ),
});

export const PostView = z.object({
  id: Id,
  number: z.int(),
  state: z.enum(POST_STATES),
  content: z.object({
    title: z.string(),
    body: z.string(),
    pay: z.object({ minMinor: z.int(), maxMinor: z.int(), currency: z.string() }).nullable(),
    locations: z.array(z.string()),
    workplace: z.enum(WORKPLACES),
    closingDate: Day.nullable(),
    privacyNotice: z.string(),
    questions: z.array(
      z.object({
        key: z.string(),
        text: z.string(),
        required: z.boolean(),
        eligibility: z.boolean(),
      }),
    ),
    statements: StatementsView,
  }),
  /** What its places ask of it; empty for versions that are past. */
  duties: z.array(PostDutyView),
  createdAt: Instant,
  publishedAt: Instant.nullable(),
  publishedBy: z.string().nullable(),
  unpublishedAt: Instant.nullable(),
  unpublishedReason: z.string().nullable(),
  may: z.object({ publish: Why.nullable(), unpublish: Why.nullable() }),
});
export type PostView = z.infer<typeof PostView>;

export const JobView = z.object({
  id: Id,
  slug: z.string(),
  title: z.string(),
  team: z.string(),
  levelKey: z.string(),
  level: z.string(),
  employmentType: z.enum(EMPLOYMENT_TYPES),
  locations: z.array(z.string()),
  confidential: z.boolean(),
  recruiterDecides: z.boolean(),
  state: z.enum(JOB_STATES),
  stateReason: z.string().nullable(),
  createdAt: Instant,
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  /** The five things a job needs before candidates can see it. */
  checklist: z.array(
    z.object({
      key: z.enum(CHECKLIST),
      done: z.boolean(),
      /** What is missing, and why it is needed. */
      sentence: z.string(),
    }),
  ),
  framework: z.object({
    id: Id,
    name: z.string(),
    /** The newest published version: a saved plan stands on it. */
    versionId: Id,
    number: z.int(),
    levels: z.array(z.object({ key: z.string(), name: z.string() })),
    competencies: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        theme: z.string(),
        anchors: z.array(z.object({ levelKey: z.string(), summary: z.string() })),
      }),
    ),
  }),
  intake: z.object({
    tasks: z.array(
      z.object({
        key: z.string(),
        area: z.string(),
        text: z.string(),
        by: z.array(z.object({ id: Id, name: z.string() })),
        mine: z.boolean(),
      }),
    ),
    experience: z.array(z.object({ area: z.string(), text: z.string() })),
    proposal: ProposalView.nullable(),
  }),
  plans: z.object({
    current: PlanView.nullable(),
    draft: PlanView.nullable(),
    /** Why the draft cannot be adopted as it is. */
    problems: z.array(z.object({ path: z.string(), sentence: z.string() })),
    /** Running applications that are judged by an earlier plan (law 6). */
    pinned: z.array(z.object({ planNumber: z.int(), applications: z.int() })),
    move: z
      .object({ reason: z.string(), askedBy: z.object({ id: Id, name: z.string() }), at: Instant })
      .nullable(),
  }),
  /** The bank's questions on the framework's competencies; for those who write the plan. */
  questions: z.array(QuestionLine),
  people: z.array(
    z.object({ memberId: Id, name: z.string(), title: z.string(), duty: z.enum(TEAM_DUTIES) }),
  ),
  openings: z.array(
    z.object({
      id: Id,
      number: z.int(),
      state: z.enum(OPENING_STATES),
      closeReason: z.string().nullable(),
      /** The requisition that it comes from; null: none was required. */
      requisition: z.object({ id: Id, number: z.int() }).nullable(),
      may: z.object({ close: Why.nullable() }),
    }),
  ),
  posts: z.array(PostView),
  /** What a new post starts with. */
  postDefaults: z.object({ privacyNotice: z.string(), today: Day }),
  sees: z.object({ pipeline: z.boolean(), kits: z.boolean(), approvals: z.boolean() }),
  may: z.object({
    update: Why.nullable(),
    tickTasks: Why.nullable(),
    savePlan: Why.nullable(),
    adoptPlan: Why.nullable(),
    askToMovePinned: Why.nullable(),
    movePinned: Why.nullable(),
    withdrawCriterion: Why.nullable(),
    setTeam: Why.nullable(),
    addOpening: Why.nullable(),
    open: Why.nullable(),
    hold: Why.nullable(),
    resume: Why.nullable(),
    close: Why.nullable(),
    reopen: Why.nullable(),
    savePost: Why.nullable(),
  }),
});
export type JobView = z.infer<typeof JobView>;

export const CreatedJobView = z.object({
  jobId: Id,
  /** Whether its author may open the job's page. */
  opens: z.boolean(),
});
