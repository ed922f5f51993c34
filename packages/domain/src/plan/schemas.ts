import { z } from "zod";
import { LIBRARY_ITEM_KINDS } from "../library/document.ts";
import { RATINGS } from "../scorecard/schemas.ts";
import { Why } from "../why.ts";
import { Day, Id, Instant, line, paragraph, reason } from "../wire.ts";
import { ITEM_CHANGES } from "./compare.ts";
import { GOALS, LEFT_OUT } from "./request.ts";

export const PLAN_STATES = ["draft", "agreed", "superseded", "ended"] as const;
const ITEM_KINDS = LIBRARY_ITEM_KINDS;

/** An item's id in the library, or the id of one's own. */
const Key = z.string().min(1).max(80);
const Weeks = z.int().min(4, "At least 4 weeks.").max(26, "At most 26 weeks.");
const HoursAWeek = z.int().min(1, "At least an hour.").max(20, "At most 20 hours.");

export const ShowPlanInput = z.strictObject({ memberId: Id });
export const PlanRequestInput = z.strictObject({
  memberId: Id,
  /** The level aimed at. */
  levelId: Id,
  goal: z.enum(GOALS),
  technologies: z.array(Key).max(10),
  weeks: Weeks,
  hoursAWeek: HoursAWeek,
  startOn: Day,
  /** How far one is in competencies that nobody rated. */
  marked: z.array(z.strictObject({ competency: Key, rating: z.enum(RATINGS) })).max(100),
});
export type PlanRequestInput = z.infer<typeof PlanRequestInput>;

const OwnItem = z.strictObject({
  kind: z.enum(ITEM_KINDS),
  competency: Key,
  title: line(),
  summary: paragraph(2000),
  hours: z.int().min(1, "At least an hour.").max(60, "At most 60 hours."),
  evidence: paragraph(2000),
});
export const EditPlanInput = z.strictObject({
  planId: Id,
  /** The revision that was read. */
  revision: z.int().min(1),
  edit: z.discriminatedUnion("do", [
    z.strictObject({ do: z.literal("put_in"), key: Key }),
    z.strictObject({ do: z.literal("take_out"), key: Key }),
    z.strictObject({ do: z.literal("move"), key: Key, week: z.int().min(1).max(26) }),
    z.strictObject({ do: z.literal("add_own"), item: OwnItem }),
  ]),
});
export const AgreePlanInput = z.strictObject({ planId: Id, revision: z.int().min(1) });
export const MarkDoneInput = z.strictObject({
  planId: Id,
  itemId: Id,
  /** What shows that it was done. */
  shown: paragraph(2000),
});
export const UndoDoneInput = z.strictObject({ planId: Id, itemId: Id });
export const ReplanInput = z.strictObject({
  planId: Id,
  /** The week of the plan with which the new one begins. */
  fromWeek: z.int().min(1).max(40),
  weeks: Weeks,
  hoursAWeek: HoursAWeek,
});
export const EndPlanInput = z.strictObject({ planId: Id, reason: reason() });

const Person = z.object({ id: Id, name: z.string() });
const Named = z.object({ key: z.string(), name: z.string() });
const Portion = z.object({ week: z.int(), hours: z.int() });
const Weeked = z.object({ from: z.int(), to: z.int() }).nullable();

/** Towards a gap, required by another item, or put in by hand. */
export const WhyInPlan = z.discriminatedUnion("because", [
  z.object({ because: z.literal("gap"), left: z.number(), nth: z.int() }),
  z.object({ because: z.literal("required"), by: z.string() }),
  z.object({ because: z.literal("kept") }),
]);

const PlanItemView = z.object({
  key: z.string(),
  kind: z.enum(ITEM_KINDS),
  competency: Named,
  level: Named,
  title: z.string(),
  summary: z.string(),
  hours: z.int(),
  evidence: z.string(),
  portions: z.array(Portion),
  why: WhyInPlan,
  /** Titles of what it had to wait for. */
  after: z.array(z.string()),
});
export type PlanItemView = z.infer<typeof PlanItemView>;

const LeftItemView = z.object({
  key: z.string(),
  kind: z.enum(ITEM_KINDS),
  competency: Named,
  level: Named,
  title: z.string(),
  hours: z.int(),
  because: z.enum(LEFT_OUT),
});

/** Who said that something is missing; `hand`: whoever made the plan. */
export const GAP_SOURCES = ["manager", "self", "baseline", "hand"] as const;

const GapView = z.object({
  competency: Named,
  /** 0 to 5. */
  size: z.number(),
  from: Named,
  by: z.enum(GAP_SOURCES),
});

const Head = z.object({
  aimedAt: Named,
  goal: z.enum(GOALS),
  technologies: z.array(z.string()),
  weeks: z.int(),
  hoursAWeek: z.int(),
  startOn: Day,
  /** Its last day. */
  endsOn: Day,
  gaps: z.array(GapView),
  left: z.array(LeftItemView),
});
export const PlanPreviewView = Head.extend({ items: z.array(PlanItemView) });
export type PlanPreviewView = z.infer<typeof PlanPreviewView>;

const GrowthPlanView = Head.extend({
  id: Id,
  number: z.int(),
  state: z.enum(PLAN_STATES),
  revision: z.int(),
  /** The plan that it was made from when weeks slipped, with how many items were done in that one. */
  follows: z.object({ weeks: z.int(), startOn: Day, done: z.int() }).nullable(),
  /** Counted from 1; null before it starts and after it ends. */
  currentWeek: z.int().nullable(),
  items: z.array(
    PlanItemView.extend({
      itemId: Id,
      own: z.boolean(),
      done: z.object({ at: Instant, by: z.string(), shown: z.string() }).nullable(),
    }),
  ),
  agreements: z.array(
    z.object({ side: z.enum(["self", "manager"]), name: z.string(), at: Instant }),
  ),
  madeBy: z.string(),
  createdAt: Instant,
  may: z.object({
    edit: Why.nullable(),
    agree: Why.nullable(),
    markDone: Why.nullable(),
    replan: Why.nullable(),
    end: Why.nullable(),
  }),
});
export type GrowthPlanView = z.infer<typeof GrowthPlanView>;

export const PlanPageView = z.object({
  member: Person,
  manager: Person.nullable(),
  /** The side that the reader takes. */
  mine: z.enum(["self", "manager"]),
  today: Day,
  framework: z.object({ id: Id, name: z.string() }).nullable(),
  levels: z.array(z.object({ id: Id, key: z.string(), name: z.string() })),
  /** Where the member was placed, and the level after it. */
  heldId: Id.nullable(),
  nextId: Id.nullable(),
  competencies: z.array(Named),
  technologies: z.array(z.string()),
  /** The reader's own baseline does not count yet, as their manager does not see it. */
  unshared: z.boolean(),
  draft: GrowthPlanView.nullable(),
  agreed: GrowthPlanView.nullable(),
  /** From the plan in force to the draft that is to replace it, each by its own weeks. */
  difference: z
    .array(
      z.object({
        key: z.string(),
        title: z.string(),
        change: z.enum([...ITEM_CHANGES, "done"]),
        before: Weeked,
        after: Weeked,
      }),
    )
    .nullable(),
  past: z.array(
    z.object({
      id: Id,
      number: z.int(),
      state: z.enum(PLAN_STATES),
      goal: z.enum(GOALS),
      weeks: z.int(),
      startOn: Day,
      agreedAt: Instant.nullable(),
      endedAt: Instant.nullable(),
      reason: z.string(),
      items: z.int(),
      done: z.int(),
    }),
  ),
  may: z.object({ make: Why.nullable() }),
});
export type PlanPageView = z.infer<typeof PlanPageView>;
