import { z } from "zod";
import { Why } from "../why.ts";
import { Id, Instant } from "../wire.ts";
import { RECORD_FORMAT, RECORD_VERSION, RecordSections } from "./document.ts";

export const ShowRecordInput = z.strictObject({ memberId: Id });
export const ExportRecordInput = z.strictObject({ memberId: Id });
export const FetchRecordInput = z.strictObject({
  /** The secret of the link that was sent. */
  token: z.string().min(1).max(200),
});

/** What somebody takes along of their growth; `version` rises when its shape changes. */
export const RecordDocument = z.object({
  format: z.literal(RECORD_FORMAT),
  version: z.literal(RECORD_VERSION),
  madeAt: Instant,
  organization: z.string(),
  person: z.object({ name: z.string(), title: z.string() }),
  sections: RecordSections,
});
export type RecordDocument = z.infer<typeof RecordDocument>;

export const RecordView = z.object({
  member: z.object({ id: Id, name: z.string() }),
  mine: z.enum(["self", "manager"]),
  /** How much there is of each part. */
  counts: z.array(z.object({ section: z.enum(RecordSections.keyof().options), count: z.int() })),
  may: z.object({ export: Why.nullable() }),
});
export type RecordView = z.infer<typeof RecordView>;
