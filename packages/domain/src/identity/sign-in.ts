import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { findAccount } from "./access.ts";
import { meView } from "./me.ts";
import { passwordMatches } from "./passwords.ts";
import type { MeView, SignInInput } from "./schemas.ts";
import { sessions } from "./sessions.ts";

/** Signs in with e-mail and password; takes as long for an unknown address as for a known one. */
export async function signIn(ctx: CommandCtx, input: z.infer<typeof SignInInput>): Promise<MeView> {
  const found = await findAccount(ctx.tx, input.email);
  const matches = await passwordMatches(found?.hash ?? null, input.password);
  if (found === null || !matches) return refuse("CREDENTIALS_WRONG", {});
  if (ctx.sessionId !== null) await sessions(ctx.tx).end(ctx.sessionId);
  ctx.issueSession(await sessions(ctx.tx).open(found.id, ctx.origin, ctx.clock));
  ctx.audit({ subject: { kind: "account", id: found.id } });
  return meView(ctx.tx, found.id);
}
