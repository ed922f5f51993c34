import { z } from "zod";
import { Id, Instant } from "../wire.ts";
import { ATTRIBUTE_NAMES } from "./attributes.ts";
import { DEPTHS } from "./publish.ts";

export const NoInput = z.strictObject({});

export const IdentifyInput = z.strictObject({
  applicationId: Id,
  /** One for each attribute that one says something of; none at all takes every answer back. */
  answers: z
    .array(
      z.strictObject({
        attribute: z.enum(ATTRIBUTE_NAMES),
        /** A group of the attribute, or `declined`. */
        answer: z.string().max(40),
      }),
    )
    .max(ATTRIBUTE_NAMES.length),
  /** Anything random: with it, what is kept of this call to know it again tells nothing of it. */
  blind: Id,
});

/** The same whatever was answered, for it is kept for a day. */
export const DoneView = z.object({ done: z.literal(true) });

const Choice = z.object({ key: z.string(), title: z.string() });

/** What a candidate is asked of themself, and what they have answered; for them alone. */
export const OwnIdentificationView = z.object({
  applications: z.array(
    z.object({
      applicationId: Id,
      job: z.string(),
      /** What is asked now; nothing once the application is over. */
      asked: z.array(
        z.object({
          attribute: z.enum(ATTRIBUTE_NAMES),
          title: z.string(),
          groups: z.array(Choice),
        }),
      ),
      answers: z.array(z.object({ attribute: z.string(), answer: z.string() })),
    }),
  ),
  /** From how many people on a number is shown. */
  least: z.int(),
});
export type OwnIdentificationView = z.infer<typeof OwnIdentificationView>;

const Interval = z.object({ low: z.number(), high: z.number() });

const GroupLine = z.object({
  group: z.string(),
  selected: z.int(),
  total: z.int(),
  /** Shares between 0 and 1. */
  rate: z.number(),
  rateInterval: Interval,
  /** Against the group with the highest rate; null for that group and for who gave no answer. */
  against: z
    .object({
      group: z.string(),
      ratio: z.number(),
      difference: z.number(),
      differenceInterval: Interval,
      p: z.number(),
      /** The ratio is below four fifths; null where the organization does not use that mark. */
      belowFourFifths: z.boolean().nullable(),
    })
    .nullable(),
});

/** How groups fared in a year's selection; never a number that could tell of one person. */
export const FairnessView = z.object({
  /** Newest first. */
  years: z.array(
    z.object({
      year: z.int(),
      madeAt: Instant,
      least: z.int(),
      attributes: z.array(
        z.object({
          attribute: z.string(),
          title: z.string(),
          /** None: too few to say. */
          tables: z.array(
            z.object({
              /** Null: all jobs together that are not shown by themselves. */
              job: z.string().nullable(),
              depth: z.enum(DEPTHS),
              /** Groups that are not shown. */
              hidden: z.array(z.string()),
              steps: z.array(
                z.object({
                  step: z.enum(["application_interview", "interview_offer", "application_offer"]),
                  groups: z.array(GroupLine),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Whether candidates are asked anywhere now. */
  asking: z.boolean(),
  /** When this year's figures are made. */
  nextAt: Instant,
});
export type FairnessView = z.infer<typeof FairnessView>;
export type FairnessTable = FairnessView["years"][number]["attributes"][number]["tables"][number];
export type FairnessStep = FairnessTable["steps"][number];
