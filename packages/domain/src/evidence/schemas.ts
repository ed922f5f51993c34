import { z } from "zod";
import { Why } from "../why.ts";
import { Day, Id, Instant, line, paragraph, reason } from "../wire.ts";

export const EVIDENCE_KINDS = ["link", "file", "metric"] as const;

/** An address that a browser may be sent to: a script's, a file's or one with a password is none. */
const Link = z
  .url({ protocol: /^https?$/, error: "A link starts with http:// or https://." })
  .max(500, "At most 500 characters.")
  .refine(isPlain, "A link must hold no name or password.")
  .meta({ refinement: "no name or password" });

export const AddEvidenceInput = z.strictObject({
  memberId: Id,
  kind: z.enum(EVIDENCE_KINDS),
  title: line(200),
  note: paragraph(2000),
  /** Keys of the competencies that it shows something of. */
  competencies: z
    .array(z.string().min(1).max(100))
    .min(1, "Choose at least one competency.")
    .max(5, "At most five competencies."),
  /** The day it is of. */
  day: Day,
  /** Of a link. */
  url: Link.nullable(),
  /** Of a file: what the upload answered. */
  uploadId: Id.nullable(),
  /** Of a metric: one of the member's figures. */
  figureId: Id.nullable(),
});

export const RemoveEvidenceInput = z.strictObject({
  memberId: Id,
  evidenceId: Id,
  reason: reason(),
});

export const ReadEvidenceFileInput = z.strictObject({ memberId: Id, fileId: Id });

export const EvidenceView = z.object({
  id: Id,
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string(),
  note: z.string(),
  competencies: z.array(z.string()),
  day: Day,
  url: z.string().nullable(),
  file: z.object({ id: Id, name: z.string(), size: z.int() }).nullable(),
  figureId: Id.nullable(),
  addedBy: z.string(),
  addedAt: Instant,
  removed: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
  may: z.object({ remove: Why.nullable() }),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

/** Written out with its slashes, as one reads it: an address holds no name, however it hides one. */
function isPlain(text: string): boolean {
  if (!URL.canParse(text) || !/^https?:\/\/[^\s\\/?#]+(?:[/?#][^\\\t\r\n]*)?$/i.test(text))
    return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}
