import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization } from "./setup-org.ts";
import { test } from "./test.ts";

type Received = { headers: IncomingHttpHeaders; body: string };

/** A real receiver on loopback, which the operator of this run allows; answers as it is told. */
async function startReceiver() {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      const status = answers.shift() ?? 200;
      response.writeHead(status).end(status === 200 ? "Thank you." : "Not now.");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    answers,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** What a receiver does with the secret that it was given. */
function isSigned(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
  const own = `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
  return String(headers["webhook-signature"]).split(" ").includes(own);
}

const Sent = z.object({ id: z.uuid(), event: z.string(), data: z.record(z.string(), z.unknown()) });

async function addEndpoint(page: Page, slug: string, url: string): Promise<string> {
  await page.goto(`/o/${slug}/settings/webhooks`);
  await page.getByRole("button", { name: "Add an endpoint" }).click();
  const dialog = page.getByRole("dialog", { name: "Add an endpoint" });
  await dialog.getByLabel("Address").fill("https://10.0.0.1/hooks");
  await dialog.getByRole("checkbox", { name: "Application held" }).check();
  await dialog.getByRole("checkbox", { name: "Application moved" }).check();
  await dialog.getByRole("button", { name: "Add the endpoint" }).click();
  await expect(dialog.getByLabel("Address")).toHaveAccessibleDescription(/private address/);
  await dialog.getByLabel("Address").fill(url);
  await dialog.getByLabel("What it is for").fill("Calendar of the hiring team");
  await dialog.getByRole("button", { name: "Add the endpoint" }).click();
  const secret = await dialog.getByText(/^whsec_/).textContent();
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(dialog).toBeHidden();
  return secret ?? "";
}

test("another program hears of a move, signed, and again once it can take it", async ({
  browser,
}) => {
  const receiver = await startReceiver();
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org), "Casey Candidate");
  const page = await pageAs(browser, org.cast.admin);
  const secret = await addEndpoint(page, org.slug, receiver.url);
  await page.reload();
  await expect(page.getByText("whsec_")).toHaveCount(0);
  await page.getByRole("link", { name: /Calendar of the hiring team/ }).click();
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByRole("row", { name: /^Test Delivered/ })).toBeVisible({ timeout: 15_000 });
  expect(receiver.received).toHaveLength(1);

  receiver.answers.push(500);
  const manager = await pageAs(browser, org.cast.manager);
  await manager.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  await manager.getByRole("button", { name: /^Skip a stage or go back/ }).click();
  const move = manager.getByRole("dialog", { name: "Move Casey Candidate off the plan" });
  const stages = move.getByRole("radio", { name: /^Skip to/ }).and(manager.locator(":enabled"));
  await stages.first().check();
  await move.getByLabel("Why").fill("They did this part before.");
  await move.getByRole("button", { name: "Move", exact: true }).click();
  await expect(move).toBeHidden();
  await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(2);
  const [, moved] = receiver.received;
  if (moved === undefined) throw new Error("Nothing was received.");
  expect(isSigned(secret, moved)).toBe(true);
  expect(isSigned("whsec_AAAA", moved)).toBe(false);
  const sent = Sent.parse(JSON.parse(moved.body));
  expect(sent).toMatchObject({
    id: moved.headers["webhook-id"],
    event: "application.moved",
    data: { applicationId: one.applicationId },
  });
  expect(moved.body).not.toMatch(/Casey|before/);

  await page.reload();
  const row = page.getByRole("row", { name: /^Application moved/ });
  await row.getByRole("link").click();
  await expect(page.getByText("The receiver answered with 500.")).toBeVisible();
  await expect(page.getByText("Not now.")).toBeVisible();
  await expect(page.getByLabel("Body")).toContainText(one.applicationId);
  // The next attempt comes by itself within seconds, or sooner by hand.
  await page.getByRole("button", { name: "Send anew" }).click();
  await expect(page.getByText("Taken: the receiver answered with 200.").first()).toBeVisible({
    timeout: 15_000,
  });
  await expect(page.getByText("Delivered", { exact: true })).toBeVisible();
  const before = receiver.received.length;
  await page.getByRole("button", { name: "Send anew" }).click();
  await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBeGreaterThan(before);
  const again = receiver.received.at(-1);
  expect(again?.body).toBe(moved.body);
  expect(again?.headers["webhook-id"]).toBe(moved.headers["webhook-id"]);
  await receiver.stop();
});

test("an endpoint is switched off and on, gets a new secret, and is removed", async ({
  browser,
}) => {
  const receiver = await startReceiver();
  const org = await makeOrganization();
  const page = await pageAs(browser, org.cast.admin);
  const old = await addEndpoint(page, org.slug, receiver.url);
  await page.getByRole("link", { name: /Calendar of the hiring team/ }).click();
  const menu = () => page.getByRole("button", { name: "What to do with this endpoint" }).click();
  await menu();
  await page.getByRole("menuitem", { name: "Make a new secret" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make a new secret" }).click();
  const shown = page.getByRole("dialog", { name: "The new secret" });
  const secret = (await shown.getByText(/^whsec_/).textContent()) ?? "";
  await shown.getByRole("button", { name: "I have kept it" }).click();
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(1);
  const [one] = receiver.received;
  expect(one !== undefined && isSigned(secret, one) && isSigned(old, one)).toBe(true);
  await menu();
  await page.getByRole("menuitem", { name: "Switch off" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByText("An admin switched it off.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send a test" })).toBeDisabled();
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByRole("button", { name: "Change" })).toBeVisible();
  await menu();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("No endpoint yet")).toBeVisible();
  await receiver.stop();
});
