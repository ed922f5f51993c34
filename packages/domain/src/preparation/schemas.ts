import { z } from "zod";
import { GOALS, LEFT_OUT } from "../plan/request.ts";
import { LIBRARY_ITEM_KINDS } from "../library/document.ts";
import { RATINGS } from "../scorecard/schemas.ts";
import { Id } from "../wire.ts";

const slug = z.string().min(1).max(200);
const key = z.string().min(1).max(120);

/** What one prepares for: a post, or a level of a framework; of anything else there is nothing. */
const target = {
  slug,
  jobSlug: slug.nullish(),
  versionId: Id.nullish(),
  levelKey: key.nullish(),
};

export const ListPreparationInput = z.strictObject({ slug });
export const ShowPreparationInput = z.strictObject(target);
export const PlanPreparationInput = z.strictObject({
  ...target,
  /** The five marks that one gave oneself, by the competency's key; one that is not there has none. */
  ratings: z.array(z.strictObject({ competency: key, rating: z.enum(RATINGS) })).max(100),
  weeks: z.int().min(4, "At least 4 weeks.").max(26, "At most 26 weeks."),
  hoursAWeek: z.int().min(1, "At least one hour.").max(20, "At most 20 hours."),
  goal: z.enum(GOALS),
  technologies: z.array(key).max(20),
  /** Items of the library that one has done, and those one does not want. */
  done: z.array(key).max(400),
  without: z.array(key).max(400),
});

const Organization = z.object({ name: z.string(), slug: z.string() });
const Level = z.object({ key: z.string(), name: z.string() });
const Track = z.enum(["engineer", "technical", "management"]).nullable();
const Competency = z.object({ key: z.string(), name: z.string() });

/** What one can prepare for here: open posts, and the frameworks that they are judged by. */
export const PreparationListView = z.object({
  organization: Organization,
  posts: z.array(z.object({ jobSlug: z.string(), title: z.string(), team: z.string() })),
  frameworks: z.array(
    z.object({
      versionId: Id,
      name: z.string(),
      summary: z.string(),
      levels: z.array(Level.extend({ track: Track })),
    }),
  ),
});
export type PreparationListView = z.infer<typeof PreparationListView>;

const Expected = Competency.extend({
  theme: z.string(),
  /** At which level it is looked at, and what that level is expected to do. */
  level: Level,
  anchor: z.string(),
  examples: z.array(z.string()),
});

const CheckItem = z.object({ key: z.string(), text: z.string() });
const Tip = z.object({
  kind: z.enum(["behavioural", "technical", "situational"]),
  competency: z.string(),
  text: z.string(),
});

const CheckStep = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(["review", "interview", "offer"]),
  assesses: z.string(),
  tip: z.string(),
  competencies: z.array(z.string()),
  interviews: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(["interview", "take_home", "reference_check"]),
      minutes: z.int(),
    }),
  ),
  items: z.array(CheckItem),
  tips: z.array(Tip),
});
export type CheckStep = z.infer<typeof CheckStep>;

/** All that one needs in order to prepare; nothing of it is about the person who reads it. */
export const PreparationView = z.object({
  organization: Organization,
  /** The post it is for; null: for a level of the framework. */
  post: z.object({ jobSlug: z.string(), title: z.string(), team: z.string() }).nullable(),
  framework: z.object({ versionId: Id, name: z.string() }),
  level: Level,
  /** In the order of the framework. */
  competencies: z.array(Expected),
  /** What the library knows items for; a plan is made for some of them. */
  technologies: z.array(z.string()),
  /** Empty where there is no post. */
  checklist: z.array(CheckStep),
});
export type PreparationView = z.infer<typeof PreparationView>;

const PlannedItem = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(LIBRARY_ITEM_KINDS),
  summary: z.string(),
  /** Whole hours. */
  hours: z.int(),
  competency: Competency,
  level: Level,
  evidence: z.string(),
  preparation: z.boolean(),
  technologies: z.array(z.string()),
  /** Weeks count from 1. */
  portions: z.array(z.object({ week: z.int(), hours: z.int() })),
  why: z.string(),
  whyNow: z.string(),
});

/** A plan, as it was asked for just now; it is kept nowhere. */
export const PreparationPlanView = z.object({
  weeks: z.int(),
  hoursAWeek: z.int(),
  /** Whole hours of all items. */
  hours: z.int(),
  goal: z.enum(GOALS),
  level: Level,
  technologies: z.array(z.string()),
  items: z.array(PlannedItem),
  /** Items towards a gap that are not in it, and why. */
  left: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      competency: z.string(),
      because: z.enum(LEFT_OUT),
    }),
  ),
  /** Competencies that one marked as fully there, and those that one gave no mark. */
  met: z.array(z.string()),
  unmarked: z.array(z.string()),
});
export type PreparationPlanView = z.infer<typeof PreparationPlanView>;
