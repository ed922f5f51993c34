import { z } from "zod";
import { Why } from "../why.ts";
import { Day, Id, Instant, isSeen, paragraph } from "../wire.ts";

const TEXT = 2000;

export const RecordCheckInInput = z.strictObject({
  memberId: Id,
  /** The Monday of the week. */
  week: Day,
  done: paragraph(TEXT)
    .refine(isSeen, "Please say in a few words how the week went.")
    .meta({ refinement: "something is seen" }),
  blocked: paragraph(TEXT),
  /** How sure one is to get there, 1 to 5; null: not said. */
  confidence: z.int().min(1).max(5).nullable(),
  /** Hours spent on growing; null: not said. */
  hours: z.int().min(0, "0 to 80 hours.").max(80, "0 to 80 hours.").nullable(),
});

export const ReplyCheckInInput = z.strictObject({
  memberId: Id,
  checkInId: Id,
  /** The revision that was read. */
  revision: z.int().min(1),
  reply: paragraph(TEXT)
    .refine(isSeen, "Please fill this in.")
    .meta({ refinement: "something is seen" }),
});

export const CheckInView = z.object({
  id: Id,
  week: Day,
  done: z.string(),
  blocked: z.string(),
  confidence: z.int().nullable(),
  hours: z.int().nullable(),
  revision: z.int(),
  recordedAt: Instant,
  reply: z.object({ by: z.string(), at: Instant, text: z.string() }).nullable(),
  may: z.object({ record: Why.nullable(), reply: Why.nullable() }),
});
export type CheckInView = z.infer<typeof CheckInView>;
