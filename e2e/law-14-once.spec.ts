import { randomUUID } from "node:crypto";
import { application, auditEntry } from "@rubric/db/schema";
import { curriculumVitae } from "@rubric/api/demo/cv";
import { withinOrg } from "@rubric/api/demo/organization";
import { and, eq } from "drizzle-orm";
import { expect } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { runningSystem } from "./env.ts";
import { pageOf } from "./people.ts";
import { makeCase, makeJob, makeOrganization, type Organization } from "./setup-org.ts";
import { test } from "./test.ts";

async function entries(org: Organization, action: string): Promise<number> {
  const rows = await withinOrg(org.db, org.org.id, (tx) =>
    tx
      .select({ id: auditEntry.id })
      .from(auditEntry)
      .where(and(eq(auditEntry.orgId, org.org.id), eq(auditEntry.action, action))),
  );
  return rows.length;
}

test("law 14: a command sent ten times under one key has one effect and one answer", async () => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  const { applicationId } = one;
  const again = { who: org.cast.recruiter, org: org.slug, key: randomUUID() };
  const api = await apiAs(again);
  const input = { applicationId, kind: "logistics" as const, text: "Prefers mornings." };

  const answers = await Promise.all(
    Array.from({ length: 10 }, () => api.application.addNote.mutate(input)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await entries(org, "application.addNote")).toBe(1);
  const shown = await api.application.show.query({ applicationId });
  expect(JSON.stringify(shown.timeline).split("Prefers mornings.")).toHaveLength(2);

  const other = { ...input, text: "Prefers evenings." };
  expect(await refusal(api.application.addNote.mutate(other))).toBe("KEY_REUSED");
  const { publicUrl } = runningSystem();
  const keyless = await fetch(`${publicUrl}/api/trpc/application.addNote`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: publicUrl, "x-org": org.slug },
    body: JSON.stringify(input),
  });
  expect(keyless.ok).toBe(false);
  expect(await entries(org, "application.addNote")).toBe(1);
});

test("law 14: the same key of another person is another command", async () => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  const key = randomUUID();
  const input = { applicationId: one.applicationId, kind: "logistics" as const, text: "Called." };
  for (const who of [org.cast.recruiter, org.cast.manager]) {
    const api = await apiAs({ who, org: org.slug, key });
    await api.application.addNote.mutate(input);
  }
  expect(await entries(org, "application.addNote")).toBe(2);
});

test("law 14: a candidate who presses apply twice has applied once", async ({ browser }) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const page = await pageOf(browser);
  await page.goto(`/${org.slug}/jobs/${job.slug}`);
  await page.getByLabel("Your name").fill("Dora Double");
  await page.getByLabel("E-mail", { exact: true }).fill(`dora@${org.slug}.example`);
  await page.getByLabel(/May you work/).fill("Anywhere in the European Union.");
  await page.getByLabel(/What have you built/).fill("A ticket shop.");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  const person = { name: "Dora Double", email: "", headline: "", location: "" };
  const buffer = curriculumVitae(person, 5);
  await chooser.setFiles({ name: "dora.pdf", mimeType: "application/pdf", buffer });
  await expect(page.getByText("dora.pdf")).toBeVisible();
  await page.getByRole("button", { name: "Send application" }).dblclick();
  await expect(page.getByRole("heading", { name: /Your application has arrived/ })).toBeVisible();
  const applied = await withinOrg(org.db, org.org.id, (tx) =>
    tx.select({ id: application.id }).from(application).where(eq(application.jobId, job.jobId)),
  );
  expect(applied).toHaveLength(1);
});
