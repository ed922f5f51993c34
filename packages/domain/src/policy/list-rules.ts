import type { ReadCtx } from "../context.ts";
import { whyNotAllowed } from "../may.ts";
import { listedRules } from "./listing.ts";
import type { RuleListView } from "./schemas.ts";

/** Every rule that this server runs: those that a policy may set first, then the fixed ones. */
export async function listRules(ctx: Pick<ReadCtx, "duties">): Promise<RuleListView> {
  const maySettings = whyNotAllowed("organization.show", ctx.duties) === null;
  return { rules: listedRules(), maySettings };
}
