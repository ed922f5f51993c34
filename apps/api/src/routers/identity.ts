import {
  acceptInvitation,
  changePassword,
  endOtherSessions,
  endSession,
  listSessions,
  requestReset,
  resetPassword,
  showInvitation,
  showMe,
  signIn,
  signOut,
} from "@rubric/domain/identity";
import {
  AcceptedView,
  AcceptInvitationInput,
  ChangePasswordInput,
  DoneView,
  EndSessionInput,
  InvitationView,
  MeView,
  NoInput,
  RequestResetInput,
  ResetPasswordInput,
  SessionsView,
  ShowInvitationInput,
  SignInInput,
} from "@rubric/domain/identity/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  me: query("identity.me", { errors: [] })
    .input(NoInput)
    .output(MeView)
    .query(({ ctx }) => showMe(ctx)),

  signIn: command("identity.signIn", { errors: ["CREDENTIALS_WRONG"], key: "none", rate: "guess" })
    .input(SignInInput)
    .output(MeView)
    .mutation(({ ctx, input }) => signIn(ctx, input)),

  signOut: command("identity.signOut", { errors: [], key: "none" })
    .input(NoInput)
    .output(DoneView)
    .mutation(({ ctx }) => signOut(ctx)),

  requestReset: command("identity.requestReset", { errors: [], rate: "guess" })
    .input(RequestResetInput)
    .output(DoneView)
    .mutation(({ ctx, input }) => requestReset(ctx, input)),

  resetPassword: command("identity.resetPassword", {
    errors: ["LINK_INVALID", "PASSWORD_WEAK"],
    key: "none",
    rate: "guess",
  })
    .input(ResetPasswordInput)
    .output(DoneView)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),

  changePassword: command("identity.changePassword", {
    errors: ["PASSWORD_WRONG", "PASSWORD_WEAK"],
    rate: "guess",
  })
    .input(ChangePasswordInput)
    .output(DoneView)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),

  showInvitation: query("identity.showInvitation", { errors: ["LINK_INVALID"] })
    .input(ShowInvitationInput)
    .output(InvitationView)
    .query(({ ctx, input }) => showInvitation(ctx, input)),

  acceptInvitation: command("identity.acceptInvitation", {
    errors: ["LINK_INVALID", "PASSWORD_WRONG", "PASSWORD_WEAK"],
    key: "none",
    rate: "guess",
  })
    .input(AcceptInvitationInput)
    .output(AcceptedView)
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),

  listSessions: query("identity.listSessions", { errors: [] })
    .input(NoInput)
    .output(SessionsView)
    .query(({ ctx }) => listSessions(ctx)),

  endSession: command("identity.endSession", { errors: [] })
    .input(EndSessionInput)
    .output(SessionsView)
    .mutation(({ ctx, input }) => endSession(ctx, input)),

  endOtherSessions: command("identity.endOtherSessions", { errors: [] })
    .input(NoInput)
    .output(SessionsView)
    .mutation(({ ctx }) => endOtherSessions(ctx)),
});

type Routes = typeof routes;
export interface IdentityRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const identityRouter: IdentityRouter = routes;
