import { z } from "zod";
import { email, Id, Instant, line } from "../wire.ts";

export const password = () =>
  z.string().min(12, "At least 12 characters.").max(200, "At most 200 characters.");
const token = () => z.string().min(1).max(200);

export const NoInput = z.strictObject({});
export const DoneView = z.object({ done: z.literal(true) });

export const SignInInput = z.strictObject({
  email: email(),
  password: z.string().min(1, "Please fill this in.").max(200),
});
export const MeView = z.object({
  /** Null for a service account, which has none. */
  account: z.object({ id: Id, name: z.string(), email: z.string() }).nullable(),
  memberships: z.array(
    z.object({
      orgSlug: z.string(),
      orgName: z.string(),
      memberId: Id,
      name: z.string(),
      roles: z.array(z.string()),
    }),
  ),
  /** The access token that the call came with; null for a session. */
  token: z
    .object({
      id: Id,
      kind: z.enum(["personal", "service"]),
      name: z.string(),
      scopes: z.array(z.string()),
      expiresAt: Instant,
    })
    .nullable(),
});
export type MeView = z.infer<typeof MeView>;

export const RequestResetInput = z.strictObject({ email: email() });
export const ResetPasswordInput = z.strictObject({ token: token(), password: password() });
export const ChangePasswordInput = z.strictObject({
  current: z.string().min(1, "Please fill this in.").max(200),
  password: password(),
});

export const ShowInvitationInput = z.strictObject({ token: token() });
export const InvitationView = z.object({
  orgName: z.string(),
  email: z.string(),
  name: z.string(),
  /** Whether the address has an account already, whose password is then asked for. */
  hasAccount: z.boolean(),
});
export const AcceptInvitationInput = z.strictObject({
  token: token(),
  name: line(),
  password: password(),
});
export const AcceptedView = z.object({ orgSlug: z.string() });

export const SessionsView = z.object({
  sessions: z.array(
    z.object({
      /** Its stored id: a hash, enough to end it, of no use to open it. */
      id: z.string(),
      current: z.boolean(),
      createdAt: Instant,
      lastSeenAt: Instant,
      expiresAt: Instant,
      device: z.string(),
      ip: z.string(),
    }),
  ),
});
export const EndSessionInput = z.strictObject({ sessionId: z.string().length(64) });
