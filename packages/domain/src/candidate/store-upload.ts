import { createHash, randomUUID } from "node:crypto";
import { file } from "@rubric/db/schema";
import { refuse, Refused } from "../errors.ts";
import { begin } from "../execution/begin.ts";
import type { Deps } from "../execution/deps.ts";
import { findOrganization } from "../identity/access.ts";
import { checkFile } from "./check-file.ts";

/**
 * Keeps an uploaded file that belongs to nobody yet: an application claims it once, by an id that
 * cannot be guessed; unclaimed it is deleted after a day. NOT_FOUND without such an organization,
 * UPLOAD_REFUSED unless its content is a PDF or a DOCX of at most 10 MB.
 */
export async function storeUpload(
  deps: Deps,
  orgSlug: string,
  sent: { name: string; bytes: Buffer },
): Promise<{ uploadId: string; name: string; size: number }> {
  const org = (await findOrganization(deps.db, orgSlug)) ?? refuse("NOT_FOUND", {});
  const checked = await checkFile(sent.bytes, sent.name);
  if (checked.file === null) throw new Refused(checked.denial);
  const { name, mediaType } = checked.file;
  const id = randomUUID();
  const size = sent.bytes.length;
  await deps.db.transaction(async (tx) => {
    const { clock: createdAt } = await begin(tx, org.id, deps);
    await tx.insert(file).values({
      orgId: org.id,
      id,
      name,
      mediaType,
      size,
      sha256: createHash("sha256").update(sent.bytes).digest("hex"),
      bytes: sent.bytes,
      createdAt,
    });
  });
  return { uploadId: id, name, size };
}
