import { z } from "zod";
import { RATINGS } from "../scorecard/schemas.ts";
import { PROFICIENCIES, TRACKS } from "../framework/document.ts";
import { BandRegion } from "../band/schemas.ts";
import { Why } from "../why.ts";
import { Day, Id, Instant, reason } from "../wire.ts";

/** What becomes of a competency's row from one level to another. */
export const LEVEL_CHANGES = ["same", "added", "removed", "more", "less", "otherwise"] as const;

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
  /** The region of the pay band that is shown; null: the first that has one. */
  region: BandRegion.nullable(),
});
export const CompareLevelsInput = z.strictObject({ fromId: Id, toId: Id });
export const NoInput = z.strictObject({});

const Person = z.object({ id: Id, name: z.string() });
const Level = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  track: z.enum(TRACKS).nullable(),
});
const Framework = z.object({ id: Id, name: z.string(), versionId: Id, number: z.int() });
const Expected = z.object({ proficiency: z.enum(PROFICIENCIES), anchor: z.string() }).nullable();

/**
 * The share of a level's expectations that is met, 0 to 1, null where nothing was assessed; and the
 * share at which a level counts as reached.
 */
const Progress = z.object({
  share: z.number().nullable(),
  assessed: z.int(),
  rows: z.int(),
  held: z.number(),
});

/** What a side of a review said of one competency. */
const Said = z.object({ rating: z.enum(RATINGS).nullable(), at: Instant }).nullable();

export const LadderView = z.object({
  member: Person,
  manager: Person.nullable(),
  /** Whether the reader manages somebody. */
  leads: z.boolean(),
  /** Whether the reader is the member's manager, and not the member. */
  managing: z.boolean(),
  framework: Framework.nullable(),
  levels: z.array(Level),
  placed: z.object({ levelId: Id, name: z.string(), from: Day, reason: z.string() }).nullable(),
  /** Where promotions and moves aside lead from there. */
  next: z.array(Level),
  lateral: z.array(Level),
  /** The highest level held by the manager's ratings, one promotion after the other. */
  reached: Level.nullable(),
  /** The level that the rows speak of. */
  against: Level.nullable(),
  /** Published since the placement: what it changes for the level; null where nothing newer is. */
  newer: z
    .object({
      beforeId: Id,
      before: z.int(),
      after: z.int(),
      /** The level is not in it any more. */
      gone: z.boolean(),
      rows: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          change: z.enum(LEVEL_CHANGES),
          here: Expected,
          there: Expected,
        }),
      ),
    })
    .nullable(),
  /** The band in force for the level where they were placed; amounts of a year in minor units. */
  pay: z.object({
    regions: z.array(BandRegion),
    region: BandRegion.nullable(),
    band: z
      .object({
        currency: z.string(),
        minMinor: z.int(),
        midMinor: z.int(),
        maxMinor: z.int(),
        effectiveFrom: Day,
      })
      .nullable(),
  }),
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

const Place = Level.extend({ next: z.array(Level), lateral: z.array(Level) });
export const ComparedLevelsView = z.object({
  framework: Framework,
  from: Place,
  to: Place,
  /** How one gets there: by promotions, back down them, aside, or by neither. */
  way: z.enum(["same", "promotion", "back", "lateral", "apart"]),
  /** The levels of the promotions, both ends included. */
  path: z.array(Level),
  rows: z.array(
    z.object({
      competencyId: Id,
      key: z.string(),
      name: z.string(),
      theme: z.string(),
      change: z.enum(LEVEL_CHANGES),
      here: Expected,
      there: Expected,
    }),
  ),
});

export const TeamView = z.object({
  people: z.array(
    Person.extend({
      title: z.string(),
      level: z.string().nullable(),
      /** The open review, with what is still owed of it. */
      review: z
        .object({ id: Id, dueAt: Instant, self: z.boolean(), manager: z.boolean() })
        .nullable(),
      /** The last check-in by its Monday, and whether it waits for an answer. */
      checkIn: z.object({ week: Day, waits: z.boolean() }).nullable(),
      /** The plan in force; `week` is null before it begins and once its weeks are over. */
      plan: z
        .object({ done: z.int(), items: z.int(), week: z.int().nullable(), weeks: z.int() })
        .nullable(),
      /** The draft of a plan waits for the reader to agree. */
      planWaits: z.boolean(),
    }),
  ),
});
