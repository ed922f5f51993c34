/**
 * The list as a Fastify route over Drizzle, as their guides have it: JSON schemas for what comes in
 * and goes out, the session looked up in a hook, a query by the builder; no tRPC.
 */
import { createHash } from "node:crypto";
import { application, candidate, hiringTeam, member, relation, stage } from "@rubric/db/schema";
import { and, asc, eq, gt, inArray, notExists, or, sql } from "drizzle-orm";
import { pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import Fastify, { type FastifyRequest } from "fastify";
import postgres from "postgres";

const PAGE = 25;
const STATES = ["active", "on_hold", "rejected", "withdrawn", "transferred", "hired"] as const;
const { DATABASE_URL = "", PORT = "0" } = process.env;
const db = drizzle(postgres(DATABASE_URL, { max: 10 }));
const identity = pgSchema("identity");
const organization = identity.table("organization", { id: uuid("id"), slug: text("slug") });
const session = identity.table("session", {
  id: text("id"),
  accountId: uuid("account_id"),
  expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }),
});

const id = { type: "string", format: "uuid" };
const word = { type: "string" };
const instant = { type: "string", format: "date-time" };
const querystring = {
  type: "object",
  required: ["jobId", "state"],
  properties: { jobId: id, stageId: id, state: { enum: STATES }, cursor: word },
};
const answer = {
  type: "object",
  properties: {
    applications: {
      type: "array",
      items: {
        type: "object",
        properties: {
          applicationId: id,
          candidateId: id,
          name: word,
          headline: word,
          stageId: id,
          stage: word,
          state: word,
          source: word,
          createdAt: instant,
          enteredStageAt: instant,
          nextWordAt: { ...instant, nullable: true },
        },
      },
    },
    nextCursor: { ...word, nullable: true },
  },
};
type Asked = {
  Querystring: {
    jobId: string;
    stageId?: string;
    state: (typeof STATES)[number];
    cursor?: string;
  };
};

const app = Fastify();

/** The member whose session the cookie opens, in the organization that the page is of. */
async function whoAsks({ headers }: Pick<FastifyRequest, "headers">) {
  const token = /(?:^|; )__Host-rubric_session=([^;]+)/.exec(headers.cookie ?? "")?.[1];
  const slug = headers["x-org"];
  if (token === undefined || typeof slug !== "string") return undefined;
  const [who] = await db
    .select({ orgId: member.orgId, memberId: member.id, roles: member.roles })
    .from(session)
    .innerJoin(member, eq(member.accountId, session.accountId))
    .innerJoin(organization, eq(organization.id, member.orgId))
    .where(
      and(
        eq(session.id, createHash("sha256").update(token).digest("hex")),
        gt(session.expiresAt, new Date()),
        eq(organization.slug, slug),
        eq(member.state, "active"),
      ),
    );
  return who;
}

app.get<Asked>(
  "/applications",
  { schema: { querystring, response: { 200: answer } } },
  async (request, reply) => {
    const who = await whoAsks(request);
    if (who === undefined) return reply.code(401).send({ error: "Sign in." });
    const { jobId, stageId, state, cursor = "" } = request.query;
    const [leads] = await db
      .select({ duty: hiringTeam.duty })
      .from(hiringTeam)
      .where(
        and(
          eq(hiringTeam.orgId, who.orgId),
          eq(hiringTeam.jobId, jobId),
          eq(hiringTeam.memberId, who.memberId),
          inArray(hiringTeam.duty, ["recruiter", "hiring_manager", "substitute"]),
        ),
      )
      .limit(1);
    if (leads === undefined && !who.roles.includes("recruiter"))
      return reply.code(403).send({ error: "Not yours." });
    const [at, after] = cursor.split("_");
    const own = db
      .select({ one: sql`1` })
      .from(relation)
      .where(
        and(
          eq(relation.orgId, who.orgId),
          eq(relation.candidateId, application.candidateId),
          eq(relation.memberId, who.memberId),
          eq(relation.kind, "self"),
        ),
      );
    const rows = await db
      .select({
        applicationId: application.id,
        candidateId: application.candidateId,
        name: candidate.name,
        headline: candidate.headline,
        stageId: application.stageId,
        stage: stage.name,
        state: application.state,
        source: application.source,
        createdAt: application.createdAt,
        enteredStageAt: application.enteredStageAt,
        nextWordAt: application.nextWordAt,
      })
      .from(application)
      .innerJoin(
        candidate,
        and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
      )
      .innerJoin(stage, and(eq(stage.orgId, application.orgId), eq(stage.id, application.stageId)))
      .where(
        and(
          eq(application.orgId, who.orgId),
          eq(application.jobId, jobId),
          eq(application.state, state),
          stageId === undefined ? undefined : eq(application.stageId, stageId),
          at && after
            ? or(
                gt(application.enteredStageAt, new Date(at)),
                and(eq(application.enteredStageAt, new Date(at)), gt(application.id, after)),
              )
            : undefined,
          notExists(own),
        ),
      )
      .orderBy(asc(application.enteredStageAt), asc(application.id))
      .limit(PAGE + 1);
    const applications = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? applications.at(-1) : undefined;
    return {
      applications,
      nextCursor: last ? `${last.enteredStageAt.toISOString()}_${last.applicationId}` : null,
    };
  },
);

process.stdout.write(`${await app.listen({ port: Number(PORT), host: "127.0.0.1" })}\n`);
