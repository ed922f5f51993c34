import { randomUUID } from "node:crypto";
import { PERMISSIONS, permissionRow } from "@rubric/domain/permissions";
import { expect } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { runningSystem } from "./env.ts";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization } from "./setup-org.ts";
import { test } from "./test.ts";

/** Calls a procedure with nothing but an address to guess. */
async function callBare(path: string, headers: Record<string, string>): Promise<string> {
  const { publicUrl } = runningSystem();
  const answer = await fetch(`${publicUrl}/api/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": randomUUID(), ...headers },
    body: "{}",
  });
  const body: unknown = await answer.json();
  return JSON.stringify(body);
}

test("law 15: without a session nothing answers that is not public", async () => {
  const { publicUrl } = runningSystem();
  const guarded = Object.keys(PERMISSIONS).filter((path) => {
    const row = Object.entries(PERMISSIONS).find(([name]) => name === path)?.[1];
    return row !== undefined && !row.to.some((duty) => duty === "anyone");
  });
  expect(guarded.length).toBeGreaterThan(80);
  for (const path of guarded) {
    const answer = await callBare(path, { origin: publicUrl, "x-org": "northwind" });
    expect(answer, path).toMatch(/UNAUTHENTICATED|No procedure found|NOT_FOUND/);
  }
});

test("law 15: a command from another site's page is refused before it is read", async () => {
  const org = await makeOrganization();
  const { publicUrl } = runningSystem();
  const elsewhere = await apiAs({ who: org.cast.admin, org: org.slug, from: "http://evil.test" });
  await expect(
    elsewhere.organization.updateSettings.mutate({ privacyNotice: "x", timeZone: "UTC" }),
  ).rejects.toThrow();
  const form = await fetch(`${publicUrl}/api/trpc/identity.signOut`, {
    method: "POST",
    headers: { origin: publicUrl, "content-type": "text/plain" },
    body: "{}",
  });
  expect(form.status).toBe(415);
});

test("law 15: roles do not reach beyond their row of the table", async ({ browser }) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const one = await makeCase(org, job);
  const as = (who: keyof typeof org.cast) => apiAs({ who: org.cast[who], org: org.slug });
  const ids = { applicationId: one.applicationId };
  const [admin, interviewer, engineer, auditor] = await Promise.all([
    as("admin"),
    as("first"),
    as("engineer"),
    as("auditor"),
  ]);
  expect(permissionRow("application.show").to).not.toContain("admin");
  for (const api of [admin, interviewer, engineer, auditor]) {
    expect(["FORBIDDEN", "NOT_FOUND"]).toContain(await refusal(api.application.show.query(ids)));
  }
  for (const api of [interviewer, engineer]) {
    expect(await refusal(api.organization.listMembers.query({}))).toBe("FORBIDDEN");
  }
  const page = await pageAs(browser, org.cast.engineer);
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  await expect(page.locator("body")).not.toContainText("Casey Candidate");
});
