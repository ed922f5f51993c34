import type { Database } from "@rubric/db";
import { INSTANCE_CHAIN } from "@rubric/domain/audit";
import { proveAddress } from "@rubric/domain/candidate";
import type { Actor, Org, Origin } from "@rubric/domain/context";
import type { Duty } from "@rubric/domain/duties";
import { refuse } from "@rubric/domain/errors";
import type { Call } from "@rubric/domain/execution";
import {
  findLink,
  findOrganization,
  isRole,
  memberOf,
  requireOpenSession,
  sessions,
  type ValidSession,
} from "@rubric/domain/identity";
import { type Permission, permissionRow } from "@rubric/domain/permissions";

/** What the transport knows of a request before anything is looked up. */
export type Request = {
  origin: Origin;
  sessionToken: string | null;
  candidateLink: string | null;
  /** The organization's slug of a staff page's call. */
  orgSlug: string | null;
  key: string | null;
  calls: number;
  issueSession: (token: string | null) => void;
};

const NON_MEMBERS: readonly Duty[] = ["anyone", "account", "candidate"];
const INSTANCE: Org = { id: INSTANCE_CHAIN, slug: "", name: "Rubric" };

/** Who is calling: looked up once per request, however many calls it carries. */
export function callerOf(db: Database, request: Request) {
  let session: Promise<ValidSession | null> | null = null;
  const validSession = () =>
    (session ??=
      request.sessionToken === null
        ? Promise.resolve(null)
        : sessions(db).validate(request.sessionToken));
  return {
    request,
    /**
     * Finds organization and actor for a permission, or refuses before the input is read. A command
     * asks for its session again inside its own transaction.
     */
    async call(
      permission: Permission,
      publicSlug: string | null,
      kind: "query" | "command",
    ): Promise<Call> {
      const row = permissionRow(permission);
      const to: readonly Duty[] = row.to;
      const base = {
        origin: request.origin,
        key: request.key,
        issueSession: request.issueSession,
      };
      if (row.on === "instance") {
        const found = await validSession();
        if (found === null && !to.includes("anyone")) return refuse("UNAUTHENTICATED", {});
        const actor: Actor =
          found === null ? { kind: "anyone" } : { kind: "account", accountId: found.accountId };
        return {
          ...base,
          org: INSTANCE,
          sessionId: found?.id ?? null,
          actor: async (read) => {
            if (kind === "command" && found !== null) await requireOpenSession(read, found.id);
            return actor;
          },
        };
      }
      if (to.includes("anyone")) {
        const org = await findOrganization(db, publicSlug ?? "");
        if (org === null) return refuse("NOT_FOUND", {});
        return { ...base, org, actor: async () => ({ kind: "anyone" }) };
      }
      if (to.includes("candidate") && request.candidateLink !== null) {
        return { ...base, ...(await candidateCall(request.candidateLink)) };
      }
      if (to.every((duty) => duty === "candidate")) return refuse("UNAUTHENTICATED", {});
      return { ...base, ...(await memberCall(to, kind)) };
    },
  };

  async function candidateCall(token: string): Promise<Pick<Call, "org" | "actor">> {
    const link = await findLink(db, "candidate", token, new Date());
    if (link?.orgId == null) return refuse("LINK_INVALID", {});
    const { orgId, subjectId } = link;
    await proveAddress(db, { orgId, candidateId: subjectId, at: new Date() });
    return {
      org: { id: orgId, slug: "", name: "" },
      actor: async () => ({ kind: "candidate", candidateId: subjectId }),
    };
  }

  async function memberCall(
    to: readonly Duty[],
    kind: "query" | "command",
  ): Promise<Pick<Call, "org" | "actor" | "sessionId">> {
    const found = await validSession();
    if (found === null) return refuse("UNAUTHENTICATED", {});
    const org = await findOrganization(db, request.orgSlug ?? "");
    if (org === null) return refuse("NOT_FOUND", {});
    const { accountId } = found;
    return {
      org,
      sessionId: found.id,
      actor: async (read) => {
        if (kind === "command") await requireOpenSession(read, found.id);
        const member = await memberOf(read, accountId, org.id);
        if (member === null) return refuse("NOT_FOUND", {});
        const roles = to.filter((duty) => isRole(duty));
        const dutiful = to.some((duty) => !isRole(duty) && !NON_MEMBERS.includes(duty));
        if (!dutiful && !roles.some((role) => member.roles.some((own) => own === role))) {
          return refuse("FORBIDDEN", {});
        }
        return member;
      },
    };
  }
}

export type Caller = ReturnType<typeof callerOf>;
