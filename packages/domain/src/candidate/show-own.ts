import type { ReadCtx } from "../context.ts";
import { ownView } from "./own.ts";
import type { OwnView } from "./schemas.ts";

/** A candidate's own page. */
export async function showOwn(ctx: ReadCtx): Promise<OwnView> {
  return ownView(ctx);
}
