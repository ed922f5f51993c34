import { z } from "zod";
import { ROLES } from "../duties.ts";
import { password } from "../identity/schemas.ts";
import { Region } from "../region/schemas.ts";
import { Why } from "../why.ts";
import { email, Id, Instant, line, optionalLine, paragraph } from "../wire.ts";

const roles = () =>
  z
    .array(z.enum(ROLES))
    .min(1, "Give at least one role.")
    .refine((list) => new Set(list).size === list.length, "A role is named twice.")
    .meta({ refinement: "no role twice" });

const timeZone = () =>
  z
    .string()
    .max(60)
    .refine(isTimeZone, "This is not a time zone such as Europe/Berlin.")
    .meta({ refinement: "IANA time zone" });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** First parts of paths that lead elsewhere than to an organization's public pages. */
const RESERVED = new Set([
  "account",
  "admin",
  "api",
  "assets",
  "forgot",
  "health",
  "invitation",
  "join",
  "mailbox",
  "public",
  "reset",
  "rubric",
  "sign-in",
  "sign-out",
  "sign-up",
  "static",
]);

export const CreateOrganizationInput = z.strictObject({
  name: line(80),
  address: z
    .string()
    .trim()
    .regex(
      /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/,
      "3 to 40 small letters, digits and hyphens, beginning with a letter.",
    )
    .refine((address) => !RESERVED.has(address), "This address is taken.")
    .meta({ refinement: "not a reserved address" }),
  timeZone: timeZone(),
  yourName: line(80),
  email: email(),
  password: password(),
});
export const SignUpView = z.object({
  /** Whether this would be the first organization here. */
  first: z.boolean(),
  /** Why none may be created; null if one may. */
  closed: Why.nullable(),
});
export const CreatedOrganizationView = z.object({ orgSlug: z.string() });

export const MemberView = z.object({
  id: Id,
  /** A service account is a program's: it gets no mail, never signs in and judges nobody. */
  kind: z.enum(["person", "service"]),
  name: z.string(),
  /** Null for a service account. */
  email: z.string().nullable(),
  title: z.string(),
  /** Who reviews their growth; null where nobody does. */
  managerId: Id.nullable(),
  /** Where they work (ISO 3166): what policies say of the place holds for them. Null: not named. */
  establishment: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  state: z.enum(["invited", "active", "disabled"]),
  createdAt: Instant,
});
export type MemberView = z.infer<typeof MemberView>;
export const MembersView = z.object({ members: z.array(MemberView) });

/** Colleagues by name, for choosing one; no addresses. */
export const ColleaguesView = z.object({
  members: z.array(
    z.object({ id: Id, name: z.string(), title: z.string(), roles: z.array(z.enum(ROLES)) }),
  ),
});

export const InviteInput = z.strictObject({
  email: email(),
  name: line(80),
  title: optionalLine(80),
  roles: roles(),
});
export const InviteHiredInput = z.strictObject({
  applicationId: Id,
  /** Where the invitation goes; null: to the address they applied with. */
  email: email().nullable(),
  title: optionalLine(80),
  roles: roles(),
  managerId: Id.nullable(),
});
/** Who was hired and is no member yet, newest first. */
export const HiredView = z.object({
  hired: z.array(
    z.object({ applicationId: Id, name: z.string(), job: z.string(), hiredAt: Instant }),
  ),
});
export const SetEstablishmentInput = z.strictObject({
  memberId: Id,
  establishment: Region.nullable(),
});
export const AddServiceInput = z.strictObject({ name: line(80), roles: roles() });
export const MemberInput = z.strictObject({ memberId: Id });
export const SetManagerInput = z.strictObject({ memberId: Id, managerId: Id.nullable() });
export const SetRolesInput = z.strictObject({ memberId: Id, roles: roles() });

export const OrganizationView = z.object({
  slug: z.string(),
  name: z.string(),
  privacyNotice: z.string(),
  timeZone: z.string(),
});
export const UpdateSettingsInput = z.strictObject({
  privacyNotice: paragraph(20_000),
  timeZone: timeZone(),
});
