import { mkdtemp, readFile, rm } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@rubric/db";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mailbox, openMailbox } from "./mailbox.ts";

let folder = "";
let mailbox: Mailbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rubric-mailbox-"));
  mailbox = await openMailbox(folder, 0);
});
afterAll(async () => {
  await mailbox.close();
  await rm(folder, { recursive: true });
});

const from = { name: "Acme", address: "rubric@rubric.test" };

async function store(subject: string, text: string): Promise<string> {
  const id = newId();
  const to = { name: "Casey", address: "casey@people.test" };
  const ics = { method: "REQUEST" as const, content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" };
  const html = `<!doctype html><html><head></head><body>${subject}</body></html>`;
  await mailbox.store({ id, from, mail: { to, subject, text, html, ics } });
  return id;
}

function request(path: string, host = `localhost:${mailbox.port}`) {
  return new Promise<{ status: number; body: string; csp: string }>((resolve, reject) => {
    const options = { host: "127.0.0.1", port: mailbox.port, path, headers: { host } };
    get(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(chunks).toString("utf8"),
          csp: String(answer.headers["content-security-policy"]),
        }),
      );
    }).on("error", reject);
  });
}

describe("the mailbox of demo mode", () => {
  it("keeps each e-mail as the message that would have gone out", async () => {
    const id = await store("Grüße", "See https://rubric.test/x?a=1&b=2 soon.");
    const parsed = await PostalMime.parse(await readFile(join(folder, `${id}.eml`)));
    expect(parsed).toMatchObject({
      subject: "Grüße",
      messageId: `<${id}@rubric.test>`,
      from: { address: "rubric@rubric.test" },
    });
    expect(parsed.text).toContain("https://rubric.test/x?a=1&b=2");
    expect(parsed.attachments.some((one) => one.mimeType === "text/calendar")).toBe(true);
  });

  it("lists them newest first, and shows text with its links", async () => {
    const older = await store("Older one", "a");
    const newer = await store("Newer one", "Open https://rubric.test/acme/me/abc?x=1&y=2.");
    const { body } = await request("/");
    expect(body.indexOf(newer)).toBeLessThan(body.indexOf(older));
    const page = await request(`/mail/${newer}`);
    expect(page.body).toContain('href="https://rubric.test/acme/me/abc?x=1&amp;y=2."');
    expect((await request("/mails.json")).body).toContain("Newer one");
  });

  it("runs nothing that an e-mail holds", async () => {
    const evil = `"><script>alert(1)</script><a href="javascript:alert(1)">`;
    const id = await store(evil, `${evil} https://x.test/"onmouseover="alert(1)`);
    for (const path of ["/", `/mail/${id}`]) {
      const { body, csp } = await request(path);
      expect(body).not.toContain("<script");
      expect(body).not.toMatch(/href="javascript:|"onmouseover/);
      expect(csp).toContain("default-src 'none'");
      expect(csp).not.toContain("script-src");
    }
    const own = await request(`/mail/${id}/html`);
    expect(own.csp).toMatch(/sandbox(?!.*allow-scripts)/);
  });

  it("answers no other name than this machine's, so that no website reads it", async () => {
    await store("Secret", "https://rubric.test/reset/secret");
    const foreign = await request("/mails.json", "evil.test");
    expect(foreign.status).toBe(403);
    expect(foreign.body).not.toContain("secret");
  });

  it("finds nothing outside its folder, and nothing that was removed", async () => {
    const id = await store("Gone", "text");
    expect((await request(`/mail/${id}/source`)).status).toBe(200);
    await mailbox.remove([id]);
    expect((await request(`/mail/${id}`)).status).toBe(404);
    expect((await request(`/mail/${id}/source`)).status).toBe(404);
    expect((await request("/mail/..%2f..%2fetc%2fpasswd/source")).status).toBe(404);
  });
});
