import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { meetAccess } from "../deadline/access-request.ts";
import { tryCode } from "../identity/codes.ts";
import { exportDocument } from "./export/document.ts";
import { requireCandidate } from "./own.ts";
import type { ExportOwnInput, ExportView } from "./schemas.ts";

/**
 * Everything held about the candidate who asks, sealed scorecards and notes included (law 10). A
 * wrong code is an answer and no refusal, so that it is counted and in the audit trail.
 */
export async function exportOwn(
  ctx: CommandCtx,
  input: z.infer<typeof ExportOwnInput>,
): Promise<ExportView> {
  const candidateId = requireCandidate(ctx);
  const owner = {
    orgId: ctx.org.id,
    subjectId: candidateId,
    at: ctx.clock,
    tries: ctx.limits.exportCodeTries,
  };
  const { outcome, triesLeft } = await tryCode(ctx.tx, owner, input.code);
  ctx.audit({
    subject: { kind: "candidate", id: candidateId },
    after: { code: outcome },
    candidateId,
  });
  if (outcome !== "right") {
    return {
      outcome: outcome === "spent" ? "code_spent" : "code_wrong",
      triesLeft,
      document: null,
    };
  }
  await meetAccess(ctx, candidateId);
  const document = await exportDocument(ctx, candidateId);
  const view: ExportView = { outcome: "exported", triesLeft, document };
  ctx.keepAnswer({ ...view, document: { ...document, selfIdentification: null } });
  return view;
}
