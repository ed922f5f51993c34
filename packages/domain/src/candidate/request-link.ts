import { candidate } from "@rubric/db/schema";
import { and, eq, isNull, not, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { throughWall } from "../retention/wall.ts";
import type { RequestLinkInput } from "./schemas.ts";

/** Sends a new link to a candidate's page; the answer never tells whether there is such a person. */
export async function requestLink(
  ctx: CommandCtx,
  input: z.infer<typeof RequestLinkInput>,
): Promise<{ done: true }> {
  const personBy = (aside: SQL) =>
    ctx.tx
      .select({ id: candidate.id })
      .from(candidate)
      .where(
        and(
          eq(candidate.orgId, ctx.org.id),
          eq(candidate.email, input.email),
          isNull(candidate.erasedAt),
          aside,
        ),
      )
      .limit(1);
  // Who is restricted may still see what is kept of them; whoever began anew is found first.
  const [known] = await throughWall(ctx.tx, async () => {
    const found = await personBy(not(candidate.setAside));
    const aside = await personBy(sql`${candidate.setAside}`);
    return [...found, ...aside];
  });
  if (known !== undefined) {
    await queueMail(ctx, {
      template: "candidate.link",
      recipient: "candidate",
      recipientId: known.id,
      subjectId: known.id,
    });
  }
  ctx.audit({
    subject: { kind: "candidate", id: known?.id ?? "unknown" },
    candidateId: known?.id,
  });
  return { done: true };
}
