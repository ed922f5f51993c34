import { member } from "@rubric/db/schema";
import type { Org, StaffMember } from "@rubric/domain/context";
import type { Permission } from "@rubric/domain/permissions";
import { CreatedTokenView } from "@rubric/domain/token/schemas";
import { MemberView } from "@rubric/domain/organization/schemas";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { openSession } from "../../../packages/domain/test/instance.ts";
import type { TestApi } from "./api.ts";

type Answer = { status: number; headers: Record<string, unknown>; body: unknown };

/** Calls as a program does: with a token, without origin and cookie unless they are given. */
export async function callWith(
  api: TestApi,
  token: string,
  path: string,
  input: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await api.app.inject({
    method: "POST",
    url: `/api/trpc/${path}`,
    headers: {
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
      authorization: `Bearer ${token}`,
      ...headers,
    },
    payload: JSON.stringify(input),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

/** The cookie of a member's browser. */
export async function cookieOf(api: TestApi, one: StaffMember): Promise<string> {
  return `rubric_session=${(await openSession(api, one.accountId)).token}`;
}

const Told = z.object({ result: z.object({ data: z.unknown() }) });
const Refusal = z.object({ error: z.object({ data: z.record(z.string(), z.unknown()) }) });

/** What a procedure answered. */
export function answerOf(body: unknown): unknown {
  return Told.parse(body).result.data;
}

/** What a procedure refused with: code, facts, sentence; without the request's id. */
export function refusalOf(body: unknown): Record<string, unknown> {
  const { requestId: _, ...rest } = Refusal.parse(body).error.data;
  return rest;
}

/** Makes a token as its page does; of a service account, where one is given. */
export async function tokenOf(
  api: TestApi,
  org: Org,
  by: StaffMember,
  scopes: readonly Permission[],
  { serviceId = null, key }: { serviceId?: string | null; key?: string } = {},
): Promise<{ id: string; text: string; name: string }> {
  const { body } = await api.call(
    "token.create",
    { serviceId, name: "Nightly report", days: 90, scopes },
    { org: org.slug, cookie: await cookieOf(api, by), ...(key === undefined ? {} : { key }) },
  );
  const { token, text } = CreatedTokenView.parse(answerOf(body));
  return { id: token.id, name: token.name, text: text ?? "" };
}

/** Makes a service account as its page does; returns its id. */
export async function serviceOf(
  api: TestApi,
  org: Org,
  admin: StaffMember,
  roles: readonly string[],
): Promise<string> {
  const { body } = await api.call(
    "organization.addService",
    { name: `Sync ${crypto.randomUUID()}`, roles },
    { org: org.slug, cookie: await cookieOf(api, admin) },
  );
  return MemberView.parse(answerOf(body)).id;
}

/** Sets a member's state alone, as no command does: tokens are not revoked with it. */
export async function memberState(
  api: TestApi,
  org: Org,
  one: StaffMember,
  state: "active" | "disabled",
): Promise<void> {
  const isTheirs = and(eq(member.orgId, org.id), eq(member.id, one.memberId));
  await api.within(org.id, (tx) => tx.update(member).set({ state }).where(isTheirs));
}
