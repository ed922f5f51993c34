/**
 * The list as one would write it by hand: `node:http` and postgres.js, no framework, no schema, no
 * row-level security. Session and member are one look-up, kept for a second unless CACHE_MS says
 * otherwise; the page is one prepared statement. `bench/peers/frozen.ts` keeps it from being changed.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import postgres from "postgres";

const { DATABASE_URL = "", PORT = "0", CACHE_MS = "1000" } = process.env;
const sql = postgres(DATABASE_URL, { max: 10 });
const PAGE = 25;
const KEPT = 10_000;
const STATES = ["active", "on_hold", "rejected", "withdrawn", "transferred", "hired"];
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Who = { orgId: string; memberId: string; roles: string[]; jobs: string[] };
const kept = new Map<string, { who: Promise<Who | undefined>; until: number }>();

async function lookUp(token: string, slug: string): Promise<Who | undefined> {
  const id = createHash("sha256").update(token).digest("hex");
  const [who] = await sql<Who[]>`
    select o.id as "orgId", m.id as "memberId", m.roles, array(
      select t.job_id from hiring_team t where t.org_id = m.org_id and t.member_id = m.id
        and t.duty in ('recruiter', 'hiring_manager', 'substitute')) as jobs
    from identity.session s
    join identity.organization o on o.slug = ${slug}
    join identity.membership b on b.account_id = s.account_id and b.org_id = o.id
    join member m on m.org_id = o.id and m.id = b.member_id and m.state = 'active'
    where s.id = ${id} and s.expires_at > now()`;
  return who;
}

function whoAsks(request: IncomingMessage): Promise<Who | undefined> {
  const token = /(?:^|; )__Host-rubric_session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
  const slug = request.headers["x-org"];
  if (token === undefined || typeof slug !== "string") return Promise.resolve(undefined);
  const key = `${slug} ${token}`;
  const now = Date.now();
  const found = kept.get(key);
  if (found !== undefined && found.until > now) return found.who;
  if (kept.size >= KEPT) kept.clear();
  const who = lookUp(token, slug);
  kept.set(key, { who, until: now + Number(CACHE_MS) });
  return who;
}

/** Recruiters read every pipeline; else who leads the job. */
function mayRead({ roles, jobs }: Who, jobId: string): boolean {
  return roles.includes("recruiter") || jobs.includes(jobId);
}

async function list(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  const who = await whoAsks(request);
  if (who === undefined) return { status: 401, body: { error: "Sign in." } };
  const asked = new URL(request.url ?? "", "http://localhost").searchParams;
  const jobId = asked.get("jobId") ?? "";
  const stageId = asked.get("stageId");
  const state = asked.get("state") ?? "";
  const [at, id] = (asked.get("cursor") ?? "").split("_");
  if (!ID.test(jobId) || !STATES.includes(state) || (stageId !== null && !ID.test(stageId)))
    return { status: 400, body: { error: "Which list?" } };
  if (!mayRead(who, jobId)) return { status: 403, body: { error: "Not yours." } };
  const rows = await sql`
    select a.id as "applicationId", a.candidate_id as "candidateId", c.name, c.headline,
      a.stage_id as "stageId", s.name as stage, a.state, a.source, a.created_at as "createdAt",
      a.entered_stage_at as "enteredStageAt", a.next_word_at as "nextWordAt"
    from application a
    join candidate c on c.org_id = a.org_id and c.id = a.candidate_id
    join stage s on s.org_id = a.org_id and s.id = a.stage_id
    where a.org_id = ${who.orgId} and a.job_id = ${jobId} and a.state = ${state}
      ${stageId === null ? sql`` : sql`and a.stage_id = ${stageId}`}
      ${at && id ? sql`and (a.entered_stage_at, a.id) > (${at}, ${id})` : sql``}
      and not exists (select from relation r where r.org_id = a.org_id
        and r.candidate_id = a.candidate_id and r.member_id = ${who.memberId} and r.kind = 'self')
    order by a.entered_stage_at, a.id
    limit ${PAGE + 1}`;
  const applications = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? applications.at(-1) : undefined;
  const nextCursor =
    last === undefined ? null : `${last["enteredStageAt"].toISOString()}_${last["applicationId"]}`;
  return { status: 200, body: { applications, nextCursor } };
}

const server = createServer((request, response) => {
  void list(request)
    .catch(() => ({ status: 500, body: { error: "Something went wrong." } }))
    .then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
});
server.listen(Number(PORT), "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object")
    process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
