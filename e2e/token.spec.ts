import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { runningSystem } from "./env.ts";
import { pageAs } from "./people.ts";
import { makeJob, makeOrganization } from "./setup-org.ts";
import { test } from "./test.ts";

/** Calls a procedure as a program does: with a token and nothing else. */
async function callWith(token: string, path: string, input: object) {
  const answer = await fetch(`${runningSystem().publicUrl}/api/trpc/${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify(input),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const JOBS = { states: ["open"], search: null, mine: false };

test("a token made in the browser is good for its scopes until it is revoked there", async ({
  browser,
}) => {
  const org = await makeOrganization();
  await makeJob(org, { title: "Payments Engineer" });
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}`);
  await page.getByRole("button", { name: /Your menu/ }).click();
  await page.getByRole("menuitem", { name: "Access tokens" }).click();
  await expect(page.getByRole("heading", { name: "There are no tokens yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Members" })).toHaveCount(0);

  await page.getByRole("button", { name: "Make a token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Nightly report");
  await dialog.getByLabel("Ends after").selectOption("30");
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await expect(dialog.getByText("Give at least one scope.")).toBeVisible();
  await dialog.getByLabel("Search what it may do").fill("list jobs");
  await dialog.getByRole("checkbox", { name: "List jobs" }).check();
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await expect(dialog.getByText(/never shown again/)).toBeVisible();
  const token = await dialog.getByLabel("Access token").inputValue();
  expect(token).toMatch(/^rubric_pat_[0-9A-Za-z]{49}$/);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.locator("body")).not.toContainText(token);
  await expect(page.getByRole("row", { name: /Nightly report/ })).toContainText(token.slice(-4));

  const jobs = await callWith(token, "job.list", JOBS);
  expect(jobs.status).toBe(200);
  expect(jobs.text).toContain("Payments Engineer");
  expect(jobs.headers.get("ratelimit-policy")).toBe('"token";q=600;w=60');
  expect(jobs.headers.get("ratelimit")).toMatch(/^"token";r=599;t=\d+$/);
  const beyond = await callWith(token, "question.list", {});
  expect(beyond.status).toBe(403);
  expect(beyond.text).toContain("This access token was not given the scope question.list.");
  expect((await callWith(token, "identity.me", {})).text).toContain("Nightly report");

  await page.reload();
  await expect(page.getByRole("row", { name: /Nightly report/ })).not.toContainText("Never");
  await page.getByRole("button", { name: "Revoke Nightly report" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("row", { name: /Nightly report/ })).toContainText("Revoked");
  const after = await callWith(token, "job.list", JOBS);
  expect(after.status).toBe(401);
  expect(after.text).toContain("This access token is not known, has expired or was revoked.");
});

test("a service account gets its token from an admin, and ends when it is disabled", async ({
  browser,
}) => {
  const org = await makeOrganization();
  await makeJob(org, { title: "Payments Engineer" });
  const page = await pageAs(browser, org.cast.admin);
  await page.goto(`/o/${org.slug}/settings/members`);
  await page.getByRole("button", { name: "Add a service account" }).click();
  const adding = page.getByRole("dialog");
  await adding.getByRole("textbox", { name: "Name" }).fill("Weekly figures");
  await adding.getByRole("checkbox", { name: "Recruiter", exact: true }).check();
  await adding.getByRole("button", { name: "Add the service account" }).click();
  await expect(page.getByRole("row", { name: /Weekly figures/ })).toContainText("Service account");

  await page.getByRole("link", { name: "Access tokens" }).click();
  await page.getByRole("button", { name: "Make a token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Figures");
  await dialog.getByLabel("Acts as").selectOption("Weekly figures (service)");
  await dialog.getByLabel("Search what it may do").fill("scorecard");
  await expect(dialog.getByText("Nothing is called “scorecard”.")).toBeVisible();
  await dialog.getByLabel("Search what it may do").fill("");
  await dialog.getByRole("button", { name: "Read only" }).click();
  await dialog.getByRole("button", { name: "Make the token" }).click();
  const token = await dialog.getByLabel("Access token").inputValue();
  expect(token).toMatch(/^rubric_svc_/);
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText(/As service account Weekly figures/)).toBeVisible();
  expect((await callWith(token, "job.list", JOBS)).text).toContain("Payments Engineer");

  await page.getByRole("link", { name: "Members" }).click();
  await page.getByRole("button", { name: "What to do with Weekly figures" }).click();
  await page.getByRole("menuitem", { name: "Disable" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
  await expect(page.getByRole("row", { name: /Weekly figures/ })).toContainText("Disabled");
  expect((await callWith(token, "job.list", JOBS)).status).toBe(401);
});
