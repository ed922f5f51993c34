import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { lockFramework } from "../framework/access.ts";
import { requireMember } from "../identity/access.ts";
import { libraryOf, requireFrame, writeLibrary } from "./access.ts";
import { libraryChanges } from "./changes.ts";
import { parseLibraryYaml } from "./parse.ts";
import { whyNotImportLibrary } from "./rules.ts";
import type { ImportLibraryInput, LibraryChangesView } from "./schemas.ts";

/**
 * Reads a file into the next version of a framework's library, from which plans are made from now
 * on. A file that is not right is refused whole, with its first wrong place.
 */
export async function importLibrary(
  ctx: CommandCtx,
  { frameworkId, yaml, upon }: z.infer<typeof ImportLibraryInput>,
): Promise<LibraryChangesView> {
  const parsed = parseLibraryYaml(yaml, await requireFrame(ctx, frameworkId));
  if (!parsed.ok) return refuse("FILE_REFUSED", parsed.error);
  await lockFramework(ctx, frameworkId);
  const before = await libraryOf(ctx, frameworkId);
  const number = before?.version.number ?? 0;
  refuseIf(whyNotImportLibrary(upon, number));
  const changes = libraryChanges(before?.version.items ?? [], parsed.library.items);
  const id = await writeLibrary(
    ctx.tx,
    {
      orgId: ctx.org.id,
      frameworkId,
      number: number + 1,
      by: requireMember(ctx).memberId,
      at: ctx.clock,
    },
    parsed.library,
  );
  ctx.audit({
    subject: { kind: "library", id },
    before: { number },
    after: {
      number: number + 1,
      frameworkId,
      added: changes.added.map((item) => item.id),
      removed: changes.removed.map((item) => item.id),
      changed: changes.changed.map((item) => item.id),
    },
  });
  return { upon: number + 1, ...changes };
}
