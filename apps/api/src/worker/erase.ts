import type { JobPayload } from "@rubric/db";
import { Refused } from "@rubric/domain/errors";
import type { Deps } from "@rubric/domain/execution";
import { organizationById } from "@rubric/domain/identity";
import { eraseCandidate } from "@rubric/domain/retention";
import { runAsSystem } from "./system.ts";
import type { Transport } from "./transport.ts";

/**
 * Erases one person, as `rubric_retention`; `deps` must be that role's. What is
 * kept of their e-mails outside the database goes before the commit, so that no crash leaves it. Doing it again changes nothing.
 */
export async function eraseOne(
  deps: Deps,
  transport: Pick<Transport, "gone">,
  { orgId, id }: JobPayload,
): Promise<void> {
  const org = orgId === null ? null : await organizationById(deps.db, orgId);
  if (org === null) return;
  try {
    const input = { erasureId: id };
    await runAsSystem(deps, org, "retention.eraseCandidate", input, async (ctx) => {
      const { mailIds } = await eraseCandidate(ctx, input);
      await transport.gone(mailIds);
    });
  } catch (error) {
    if (error instanceof Refused && error.denial.code === "CANDIDATE_ERASED") return;
    throw error;
  }
}
