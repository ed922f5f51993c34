import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { lockFramework, versionsOf } from "./access.ts";
import { loadFramework } from "./load-version.ts";
import { whyNotStartDraft } from "./rules.ts";
import type { FrameworkView, StartFrameworkDraftInput } from "./schemas.ts";
import { frameworkView } from "./show.ts";
import { writeVersion } from "./write-version.ts";

/** Copies the newest published version into the next draft. */
export async function startFrameworkDraft(
  ctx: CommandCtx,
  input: z.infer<typeof StartFrameworkDraftInput>,
): Promise<FrameworkView> {
  const { id } = await lockFramework(ctx, input.frameworkId);
  const versions = await versionsOf(ctx.tx, ctx.org.id, id);
  refuseIf(whyNotStartDraft(versions));
  const [newest] = versions;
  if (newest === undefined) return refuse("FRAMEWORK_NEVER_PUBLISHED", {});
  const number = newest.number + 1;
  const versionId = await writeVersion(
    ctx.tx,
    {
      orgId: ctx.org.id,
      frameworkId: id,
      number,
      createdBy: requireMember(ctx).memberId,
      at: ctx.clock,
      state: "draft",
    },
    await loadFramework(ctx.tx, ctx.org.id, newest.id),
  );
  ctx.audit({
    subject: { kind: "framework_version", id: versionId },
    after: { number, state: "draft", copyOf: newest.number },
  });
  return frameworkView(ctx, id, versionId);
}
