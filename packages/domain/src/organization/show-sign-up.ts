import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { explain } from "../errors.ts";
import { anyOrganization } from "../identity/accounts.ts";
import { whyNotSignUp } from "./rules.ts";
import type { SignUpView } from "./schemas.ts";

/** Whether an organization may be created here now, and whether it would be the first. */
export async function showSignUp(ctx: ReadCtx): Promise<z.infer<typeof SignUpView>> {
  const any = await anyOrganization(ctx.read);
  const denial = whyNotSignUp(any, ctx.limits);
  return { first: !any, closed: denial && explain(denial) };
}
