import { z } from "zod";
import { RATINGS } from "../scorecard/schemas.ts";
import { PROFICIENCIES } from "../framework/document.ts";
import { Why } from "../why.ts";
import { Day, Id, Instant, reason } from "../wire.ts";

export const PlaceInput = z.strictObject({
  memberId: Id,
  levelId: Id,
  /** The day from which it holds. */
  from: Day,
  reason: reason(),
});
export const ShowLadderInput = z.strictObject({
  memberId: Id,
  /** The level to be compared with; null: the one after where they were placed. */
  levelId: Id.nullable(),
});
export const NoInput = z.strictObject({});

const Person = z.object({ id: Id, name: z.string() });
const Level = z.object({ id: Id, key: z.string(), name: z.string() });

/** The share of a level's expectations that is met, 0 to 1; null where nothing was assessed. */
const Progress = z.object({ share: z.number().nullable(), assessed: z.int(), rows: z.int() });

/** What a side of a review said of one competency. */
const Said = z.object({ rating: z.enum(RATINGS).nullable(), at: Instant }).nullable();

export const LadderView = z.object({
  member: Person,
  manager: Person.nullable(),
  framework: z.object({ id: Id, name: z.string(), versionId: Id, number: z.int() }).nullable(),
  levels: z.array(Level),
  placed: z.object({ levelId: Id, from: Day, reason: z.string() }).nullable(),
  /** The level that the rows speak of. */
  against: Level.nullable(),
  rows: z.array(
    z.object({
      competencyId: Id,
      key: z.string(),
      name: z.string(),
      theme: z.string(),
      proficiency: z.enum(PROFICIENCIES),
      required: z.boolean(),
      /** What is expected where they were placed, and at the level compared with; null: nothing. */
      here: z.string().nullable(),
      there: z.string(),
      self: Said,
      manager: Said,
      /** Weight times the share that is not met, 0 to 5, by the manager's rating or else one's own. */
      gap: z.number().nullable(),
    }),
  ),
  progress: Progress,
  reviews: z.array(
    z.object({
      id: Id,
      levelName: z.string(),
      state: z.enum(["open", "closed", "cancelled"]),
      openedAt: Instant,
      dueAt: Instant,
    }),
  ),
  may: z.object({ place: Why.nullable(), openReview: Why.nullable() }),
});
export type LadderView = z.infer<typeof LadderView>;

export const TeamView = z.object({
  people: z.array(
    Person.extend({
      title: z.string(),
      level: z.string().nullable(),
      /** The open review, with what is still owed of it. */
      review: z
        .object({ id: Id, dueAt: Instant, self: z.boolean(), manager: z.boolean() })
        .nullable(),
    }),
  ),
});
