/**
 * The list as the guides of tRPC, Drizzle and Lucia have it: the standalone adapter, a procedure
 * behind a middleware that validates the session, a query by the builder; nothing prepared or kept.
 */
import { createHash } from "node:crypto";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { application, candidate, hiringTeam, member, relation, stage } from "@rubric/db/schema";
import { initTRPC, TRPCError } from "@trpc/server";
import { createHTTPHandler, type CreateHTTPContextOptions } from "@trpc/server/adapters/standalone";
import { and, asc, eq, gt, inArray, notExists, or, sql } from "drizzle-orm";
import { pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import { Lucia } from "lucia";
import { createServer } from "node:http";
import postgres from "postgres";
import { z } from "zod";

const PAGE = 25;
const { DATABASE_URL = "", PORT = "0" } = process.env;
const db = drizzle(postgres(DATABASE_URL, { max: 10 }));
const identity = pgSchema("identity");
const user = identity.table("account", { id: uuid("id").primaryKey() });
const session = identity.table("session", {
  id: text("id").primaryKey(),
  userId: uuid("account_id").notNull(),
  expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }).notNull(),
});
const organization = identity.table("organization", { id: uuid("id"), slug: text("slug") });
const lucia = new Lucia(new DrizzlePostgreSQLAdapter(db, session, user), {
  sessionCookie: { name: "__Host-rubric_session" },
});

async function createContext({ req }: CreateHTTPContextOptions) {
  const token = lucia.readSessionCookie(req.headers.cookie ?? "");
  const slug = req.headers["x-org"];
  if (token === null || typeof slug !== "string") return { found: null, slug: "" };
  // Only a hash of the cookie is stored.
  const id = createHash("sha256").update(token).digest("hex");
  return { found: (await lucia.validateSession(id)).user, slug };
}

const t = initTRPC.context<typeof createContext>().create();
const signedIn = t.procedure.use(async ({ ctx, next }) => {
  if (ctx.found === null) throw new TRPCError({ code: "UNAUTHORIZED" });
  const [who] = await db
    .select({ orgId: member.orgId, memberId: member.id, roles: member.roles })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.orgId))
    .where(
      and(
        eq(organization.slug, ctx.slug),
        eq(member.accountId, ctx.found.id),
        eq(member.state, "active"),
      ),
    );
  if (who === undefined) throw new TRPCError({ code: "NOT_FOUND" });
  return next({ ctx: { who } });
});

const Input = z.object({
  jobId: z.uuid(),
  stageId: z.uuid().nullable(),
  state: z.enum(["active", "on_hold", "rejected", "withdrawn", "transferred", "hired"]),
  cursor: z.string().nullish(),
});

const list = signedIn.input(Input).query(async ({ ctx: { who }, input }) => {
  const { jobId, stageId, state, cursor } = input;
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
    throw new TRPCError({ code: "FORBIDDEN" });
  const [at, id] = (cursor ?? "").split("_");
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
        stageId === null ? undefined : eq(application.stageId, stageId),
        at && id
          ? or(
              gt(application.enteredStageAt, new Date(at)),
              and(eq(application.enteredStageAt, new Date(at)), gt(application.id, id)),
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
});

const router = t.router({ application: t.router({ list }) });
const server = createServer(createHTTPHandler({ router, createContext }));
server.listen(Number(PORT), "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object")
    process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
