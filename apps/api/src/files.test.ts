import { newId } from "@rubric/db";
import { application } from "@rubric/db/schema";
import { mintLink } from "@rubric/domain/identity";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../../packages/domain/test/factories.ts";
import { openSession } from "../../../packages/domain/test/instance.ts";
import { applyInput, makePost, pdfBytes, slugOf } from "../../../packages/domain/test/posts.ts";
import { docxBytes } from "../../../packages/domain/test/zips.ts";
import type { Org } from "@rubric/domain/context";
import { PUBLIC_URL, useApi } from "../test/api.ts";

const api = useApi();
let org: Org;
let cast: Cast;
let made: MadeJob;
let post: { jobSlug: string; postId: string };

beforeAll(async () => {
  ({ org, cast } = await makeOrg(api));
  made = await makeJob(api, { org, cast });
  post = { jobSlug: slugOf(made), ...(await makePost(api, { org, cast }, made)) };
});

const sessionOf = async (accountId: string) =>
  `rubric_session=${(await openSession(api, accountId)).token}`;

type Sent = { name?: string; bytes: Buffer; slug?: string; headers?: Record<string, string> };

async function upload({ name = "cv.pdf", bytes, slug = org.slug, headers = {} }: Sent) {
  const boundary = "----rubric";
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const answer = await api.app.inject({
    method: "POST",
    url: `/api/upload?org=${slug}`,
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      origin: PUBLIC_URL,
      ...headers,
    },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}

describe("POST /api/upload", () => {
  it("takes a PDF and a DOCX", async () => {
    expect(await upload({ bytes: pdfBytes() })).toMatchObject({
      status: 200,
      body: { uploadId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/), name: "cv.pdf" },
    });
    const big = Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(9_000_000), pdfBytes()]);
    expect(await upload({ bytes: big })).toMatchObject({ status: 200 });
    expect(await upload({ name: "a.docx", bytes: docxBytes() })).toMatchObject({ status: 200 });
  });

  it.each([
    ["a text called .pdf", Buffer.from("Dear team"), "type"],
    ["HTML called .pdf", Buffer.from("<html><script>alert(1)</script></html>"), "type"],
    ["11 MB", Buffer.concat([pdfBytes(), Buffer.alloc(11 * 1024 * 1024)]), "size"],
    ["nothing", Buffer.alloc(0), "empty"],
  ])("refuses %s with the sentence of its rule", async (_name, bytes, why) => {
    expect(await upload({ bytes })).toMatchObject({
      status: 422,
      body: { code: "UPLOAD_REFUSED", facts: { why }, sentence: expect.any(String) },
    });
  });

  it("stands behind the gate of origin, and knows no other organization", async () => {
    const bytes = pdfBytes();
    expect(await upload({ bytes, headers: { origin: "https://evil.test" } })).toMatchObject({
      status: 403,
    });
    expect(await upload({ bytes, slug: "nowhere" })).toMatchObject({
      status: 404,
      body: { code: "NOT_FOUND" },
    });
    const json = await api.app.inject({
      method: "POST",
      url: `/api/upload?org=${org.slug}`,
      headers: { "content-type": "application/json", origin: PUBLIC_URL },
      payload: "{}",
    });
    expect(json.statusCode).toBe(415);
  });
});

describe("GET /api/files", () => {
  async function applied(name: string) {
    const { body } = await upload({ bytes: pdfBytes(), name });
    const uploadId: string = body.uploadId;
    const input = applyInput(org, post, { uploadId });
    const sent = await api.call("candidate.applyToJob", input);
    expect(sent).toMatchObject({ status: 200 });
    const [row] = await api.within(org.id, (tx) =>
      tx.select().from(application).where(eq(application.cvFileId, uploadId)),
    );
    return {
      address: `/api/files/${row?.id ?? ""}/${uploadId}`,
      candidateId: row?.candidateId ?? "",
    };
  }
  const get = (url: string, headers: Record<string, string> = {}) =>
    api.app.inject({ method: "GET", url, headers });
  const linkOf = (candidateId: string) =>
    api.connection.db.transaction((tx) =>
      mintLink(tx, {
        kind: "candidate",
        orgId: org.id,
        subjectId: candidateId,
        at: new Date(),
        hours: 1,
      }),
    );

  it("hands it to a member as an attachment that nothing runs or shows", async () => {
    const { address } = await applied("Lebenslauf Müller's.pdf");
    const cookie = await sessionOf(cast.recruiter.accountId);
    const answer = await get(`${address}?org=${org.slug}`, { cookie });
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(pdfBytes())).toBe(true);
    expect(answer.headers).toMatchObject({
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    });
    expect(answer.headers["content-disposition"]).toMatch(
      /^attachment; .*filename\*=UTF-8''Lebenslauf%20M%C3%BCller%27s\.pdf$/,
    );
  });

  it("hands it to the candidate by their link, and to no other candidate", async () => {
    const { address, candidateId } = await applied("cv.pdf");
    const own = await get(address, { "x-candidate-link": await linkOf(candidateId) });
    expect(own.statusCode).toBe(200);
    const stranger = await makeApplication(api, org, made);
    const other = await get(address, { "x-candidate-link": await linkOf(stranger.candidateId) });
    expect(other.statusCode).toBe(404);
  });

  it("refuses nobody, those without the duty, and other organizations", async () => {
    const { address } = await applied("cv.pdf");
    expect((await get(`${address}?org=${org.slug}`)).statusCode).toBe(401);
    expect((await get(address, { "x-candidate-link": "nonsense" })).statusCode).toBe(422);
    const engineer = await sessionOf(cast.engineer.accountId);
    const refused = await get(`${address}?org=${org.slug}`, { cookie: engineer });
    expect(refused).toMatchObject({ statusCode: 403 });
    expect(refused.json()).toMatchObject({ code: "FORBIDDEN" });
    const elsewhere = await makeOrg(api);
    const foreign = await sessionOf(elsewhere.cast.recruiter.accountId);
    for (const slug of [org.slug, elsewhere.org.slug]) {
      expect((await get(`${address}?org=${slug}`, { cookie: foreign })).statusCode).toBe(404);
    }
    const none = `/api/files/${newId()}/not-an-id?org=${org.slug}`;
    const cookie = await sessionOf(cast.recruiter.accountId);
    expect((await get(none, { cookie })).statusCode).toBe(404);
  });
});
