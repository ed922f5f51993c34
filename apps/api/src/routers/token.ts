import { NoInput } from "@rubric/domain/identity/schemas";
import { createToken, listTokens, revokeAllTokens, revokeToken } from "@rubric/domain/token";
import {
  CreatedTokenView,
  CreateTokenInput,
  RevokeAllTokensInput,
  RevokedView,
  RevokeTokenInput,
  TokensView,
} from "@rubric/domain/token/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  list: query("token.list", { errors: [] })
    .input(NoInput)
    .output(TokensView)
    .query(({ ctx }) => listTokens(ctx)),

  create: command("token.create", {
    errors: ["MEMBER_STATE", "TOKEN_SCOPE_PEOPLE", "TOKENS_ENOUGH"],
  })
    .input(CreateTokenInput)
    .output(CreatedTokenView)
    .mutation(({ ctx, input }) => createToken(ctx, input)),

  revoke: command("token.revoke", { errors: ["TOKEN_ENDED"] })
    .input(RevokeTokenInput)
    .output(RevokedView)
    .mutation(({ ctx, input }) => revokeToken(ctx, input)),

  revokeAll: command("token.revokeAll", { errors: [] })
    .input(RevokeAllTokensInput)
    .output(RevokedView)
    .mutation(({ ctx, input }) => revokeAllTokens(ctx, input)),
});

type Routes = typeof routes;
export interface TokenRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const tokenRouter: TokenRouter = routes;
