import type { Database } from "@rubric/db";
import { INSTANCE_CHAIN } from "@rubric/domain/audit";
import { proveAddress } from "@rubric/domain/candidate";
import type { Actor, Member, Org, Origin } from "@rubric/domain/context";
import type { Duty } from "@rubric/domain/duties";
import { refuse, refuseIf } from "@rubric/domain/errors";
import type { Call } from "@rubric/domain/execution";
import {
  findLink,
  actingBy,
  isRole,
  lookUpCallers,
  memberOfTokenElsewhere,
  type OpenToken,
  organizationById,
  requireOpenToken,
  useToken,
  type ValidSession,
} from "@rubric/domain/identity";
import { type Permission, permissionRow } from "@rubric/domain/permissions";
import { whyNotByToken } from "@rubric/domain/token/rules";

/** What the transport knows of a request before anything is looked up. */
export type Request = {
  origin: Origin;
  /** The access token as it was sent; with one, cookie and candidate's link are not looked at. */
  bearer: string | null;
  /** The hash of the session's token, by which it is kept. */
  sessionHash: string | null;
  candidateLink: string | null;
  /** The organization's slug of a staff page's call. */
  orgSlug: string | null;
  key: string | null;
  calls: number;
  /** Sets a header of the answer. */
  tell: (header: string, value: string) => void;
  issueSession: (token: string | null) => void;
};

const NON_MEMBERS: readonly Duty[] = ["anyone", "account", "candidate"];
const INSTANCE: Org = { id: INSTANCE_CHAIN, slug: "", name: "Rubric" };

/** Who is calling: looked up once per request, however many calls it carries. */
export function callerOf(db: Database, request: Request, callers = lookUpCallers(db)) {
  let token: Promise<OpenToken | null> | null = null;
  const validToken = () =>
    (token ??=
      request.bearer === null ? Promise.resolve(null) : useToken(db, request.bearer, new Date()));
  let session: Promise<ValidSession | null> | null = null;
  const validSession = () =>
    (session ??=
      request.sessionHash === null ? Promise.resolve(null) : callers.session(request.sessionHash));
  return {
    request,
    /** The access token of the request, if it is good; null also where there is none. */
    token: validToken,
    /**
     * The organization that a file is uploaded for: a token's own, if the token may bring somebody
     * in; else the one that the page names, as for anyone.
     */
    async uploadsTo(): Promise<string> {
      if (request.bearer === null) return request.orgSlug ?? "";
      const found = await validToken();
      const refers = found?.scopes.includes("candidate.refer") === true;
      const { org } = await tokenCall(refers ? "candidate.refer" : "candidate.add", "query");
      if (found !== null) await db.transaction((tx) => memberOfTokenElsewhere(tx, found));
      return org.slug;
    },
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
      if (request.bearer !== null) {
        return { ...base, ...(await tokenCall(permission, kind)) };
      }
      if (row.on === "instance") {
        const found = await validSession();
        if (found === null && !to.includes("anyone")) return refuse("UNAUTHENTICATED", {});
        const actor: Actor =
          found === null ? { kind: "anyone" } : { kind: "account", accountId: found.accountId };
        return {
          ...base,
          org: INSTANCE,
          sessionId: found?.id ?? null,
          actor: async (_read, { sessionOpen }) => {
            if (kind === "command" && found !== null && !sessionOpen) {
              return refuse("UNAUTHENTICATED", {});
            }
            return actor;
          },
        };
      }
      if (to.includes("anyone")) {
        const org = await callers.organization(publicSlug ?? "");
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

  /** A token names its organization, and is asked for again inside a command's transaction. */
  async function tokenCall(
    permission: Permission,
    kind: "query" | "command",
  ): Promise<Pick<Call, "org" | "who" | "actor">> {
    const found = await validToken();
    const org = found && (await organizationById(db, found.orgId));
    if (found === null || org === null) return refuse("UNAUTHENTICATED", { by: "token" });
    if (request.orgSlug !== null && request.orgSlug !== org.slug) return refuse("NOT_FOUND", {});
    refuseIf(whyNotByToken(found.scopes, permission));
    const { on, to } = permissionRow(permission);
    return {
      org: on === "instance" ? INSTANCE : org,
      ...(on === "instance" ? {} : { who: { by: "member", id: found.memberId } as const }),
      actor: async (read, { member }) => {
        if (kind === "command") await requireOpenToken(read, found.id, new Date());
        if (on === "instance") return memberOfTokenElsewhere(read, found);
        return withDuty(actingBy(member, found), to);
      },
    };
  }

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
  ): Promise<Pick<Call, "org" | "who" | "actor" | "sessionId">> {
    const found = await validSession();
    if (found === null) return refuse("UNAUTHENTICATED", {});
    const org = await callers.organization(request.orgSlug ?? "");
    if (org === null) return refuse("NOT_FOUND", {});
    return {
      org,
      sessionId: found.id,
      who: { by: "account", id: found.accountId },
      actor: async (_read, { member, sessionOpen }) => {
        if (kind === "command" && !sessionOpen) return refuse("UNAUTHENTICATED", {});
        return member === null ? refuse("NOT_FOUND", {}) : withDuty(member, to);
      },
    };
  }
}

/** Refuses before the input is read who has none of the roles, where no duty on a job will do. */
function withDuty(member: Member, to: readonly Duty[]): Member {
  const dutiful = to.some((duty) => !isRole(duty) && !NON_MEMBERS.includes(duty));
  const held = to.some((duty) => member.roles.some((own) => own === duty));
  return dutiful || held ? member : refuse("FORBIDDEN", {});
}

export type Caller = ReturnType<typeof callerOf>;
