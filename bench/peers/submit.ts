/**
 * The submission of a scorecard by hand: `node:http`, postgres.js, and one transaction with the very
 * statements that ours sends, in the same order, each prepared. They are found by recording ours twice
 * (`bench/rig/recorded.ts`) and taking what differs for a parameter (`bench/rig/script.ts`). It judges
 * nothing, parses nothing, and knows by heart whatever ours reads; so it is less than one would have to
 * write, and ours is measured against that.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { z } from "zod";
import { type Facts, fill, Script } from "../rig/script.ts";

const { DATABASE_URL = "", PORT = "0", SCRIPT = "" } = process.env;
const sql = postgres(DATABASE_URL, { max: 10, onnotice: () => {} });
// Dates and JSON are texts already, as they were recorded.
for (const type of [114, 3802, 1114, 1184]) sql.options.serializers[type] = (text: string) => text;

const { statements, answer } = Script.parse(JSON.parse(readFileSync(SCRIPT, "utf8")));
const begins = statements.findIndex(({ text }) => text.startsWith("begin"));
const ends = statements.findIndex(({ text }) => text.startsWith("commit"));
const before = statements.slice(0, begins);
const within = statements.slice(begins + 1, ends);
const answerWithin = answer.statement - begins - 1;

const known = new Map<string, Facts>();
const rows = await sql<Facts[]>`
  select s.id as "scorecardId", s.interview_id as "interviewId", a.id as "applicationId",
    a.candidate_id as "candidateId", m.id as "memberId", m.account_id as "accountId",
    m.name
  from scorecard s
  join application a on a.org_id = s.org_id and a.id = s.application_id
  join member m on m.org_id = s.org_id and m.id = s.author_id
  where s.state = 'assigned'`;
for (const facts of rows) known.set(facts["scorecardId"] ?? "", facts);

const Body = z.object({ scorecardId: z.string() });
const Params = z.array(
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

async function send(on: Sql | TransactionSql, text: string, params: string): Promise<void> {
  const values = Params.parse(JSON.parse(params));
  await on.unsafe(text, values, { prepare: values.length > 0 });
}

async function submit(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const token = /__Host-rubric_session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const facts: Facts = {
    ...known.get(Body.parse(JSON.parse(body)).scorecardId),
    sessionId: createHash("sha256").update(token).digest("hex"),
    key: String(request.headers["idempotency-key"]),
  };
  const made = new Map<number, string>();
  for (const { text, params } of before) await send(sql, text, fill(params, facts, made));
  let kept = "";
  await sql.begin(async (tx) => {
    for (const [n, { text, params }] of within.entries()) {
      const filled = fill(params, facts, made);
      if (n === answerWithin) kept = String(Params.parse(JSON.parse(filled))[answer.param]);
      await send(tx, text, filled);
    }
  });
  return kept;
}

const server = createServer((request, response) => {
  void submit(request)
    .then((text) => ({ status: 200, text }))
    .catch((error: unknown) => ({ status: 500, text: JSON.stringify({ error: String(error) }) }))
    .then(({ status, text }) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(text);
    });
});
server.listen(Number(PORT), "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object")
    process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
