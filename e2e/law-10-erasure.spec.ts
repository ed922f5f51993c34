import { adjusted, noted, refer } from "@rubric/api/demo/extras";
import type { Case } from "@rubric/api/demo/journey";
import { withinOrg } from "@rubric/api/demo/organization";
import { offered } from "@rubric/api/demo/stories";
import {
  adjustment,
  application,
  candidate,
  debrief,
  decision,
  file,
  note,
  offer,
  relation,
  scorecard,
  scorecardRating,
  scorecardVersion,
} from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { type Browser, expect, type Page } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { pageAs, pageOf } from "./people.ts";
import {
  linkOf,
  makeCase,
  makeJob,
  makeOrganization,
  type Organization,
  panelOf,
  type Part,
} from "./setup-org.ts";
import { around, type Around, everyAnswer, everyPage, findWords, pagesAround } from "./sweep.ts";
import { test } from "./test.ts";

const NAME = "Zelda Quillfeather";

/** What was ever written by or about the person, by where it is kept; the beginning of each text. */
async function wordsAbout({ world, applicationId, candidateId }: Case) {
  const { db, org } = world;
  const kept = await withinOrg(db, org.id, async (tx) => {
    const own = (table: typeof note | typeof adjustment | typeof decision | typeof offer) =>
      and(eq(table.orgId, org.id), eq(table.applicationId, applicationId));
    const [person] = await tx.select().from(candidate).where(eq(candidate.id, candidateId));
    const [sent] = await tx.select().from(application).where(eq(application.id, applicationId));
    const cards = await tx
      .select({ summary: scorecardVersion.summary, evidence: scorecardRating.evidence })
      .from(scorecard)
      .innerJoin(scorecardVersion, eq(scorecardVersion.scorecardId, scorecard.id))
      .innerJoin(scorecardRating, eq(scorecardRating.scorecardId, scorecard.id))
      .where(eq(scorecard.applicationId, applicationId));
    const talks = await tx.select().from(debrief).where(eq(debrief.applicationId, applicationId));
    const ties = await tx.select().from(relation).where(eq(relation.candidateId, candidateId));
    const files = await tx.select().from(file).where(eq(file.candidateId, candidateId));
    return {
      person: [person?.name, person?.email, person?.phone, person?.headline],
      answers: sent?.answers.map((each) => each.answer) ?? [],
      notes: (await tx.select().from(note).where(own(note))).map((row) => row.text),
      adjustments: (await tx.select().from(adjustment).where(own(adjustment))).flatMap((row) => [
        row.asked,
        row.effect,
      ]),
      scorecards: cards.flatMap((row) => [row.summary, row.evidence]),
      decisions: (await tx.select().from(decision).where(own(decision))).flatMap((row) => [
        row.reason,
        row.requirement,
      ]),
      debriefs: talks.map((row) => row.notes),
      offers: (await tx.select().from(offer).where(own(offer))).map((row) => row.equity),
      relations: ties.map((row) => row.note),
      // The document made of the form's fields goes with them; nobody sees its name.
      files: files.map((row) => row.name).filter((name) => name !== "resume.json"),
    };
  });
  return Object.entries(kept).map(([where, texts]) => {
    const words = texts.flatMap((text) => /^[^'"&<>\\\n]{8,40}/.exec(text ?? "")?.[0].trim() ?? []);
    expect(words, where).not.toEqual([]);
    return words;
  });
}

const READERS = ["recruiter", "manager", "first", "auditor"] as const;

/** Where in any answer or page, of any role, one of the words still stands. */
async function stillStanding(
  browser: Browser,
  org: Organization,
  at: Around,
  words: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const [part, who] of Object.entries(org.cast)) {
    const heard = await everyAnswer(await apiAs({ who, org: org.slug }), at);
    found.push(...findWords(heard, words).map((where) => `${part}, ${where}`));
  }
  for (const part of READERS) {
    const page = await pageAs(browser, org.cast[part]);
    const sent = await everyPage(page, pagesAround(at));
    found.push(...findWords(sent, words).map((where) => `${part}, ${where}`));
    await page.context().close();
  }
  return found;
}

/** The auditor's page says that the trail is whole, and that details were erased. */
async function expectWholeTrail(browser: Browser, org: Organization): Promise<Page> {
  const page = await pageAs(browser, org.cast.auditor);
  await page.goto(`/o/${org.slug}/audit`);
  const bar = page.getByRole("region", { name: "Verification" });
  await expect(bar).toContainText(/All \d+ entries are as they were written\./);
  await expect(bar).toContainText(/\d+ details were erased at a person's request\./);
  return page;
}

test("law 10: who asks to be erased on their own page is gone from every page and answer", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const org = await makeOrganization();
  const job = await makeJob(org);
  const one = await makeCase(org, job, NAME);
  await noted(adjusted(offered("sent", 8_000_000), true))(one, panelOf(org));
  const email = `zelda.quillfeather@${org.slug}.example`;
  const person = { name: NAME, email, headline: "", location: "" };
  await refer(org, job, org.cast.engineer, person, new Date());
  const words = [...new Set((await wordsAbout(one)).flat())];
  const at = await around(one, "Zelda");
  const recruiter = await apiAs({ who: org.cast.recruiter, org: org.slug });
  const seen = await everyAnswer(recruiter, at);
  const hidden = words.filter((word) => ![...seen.values()].some((text) => text.includes(word)));
  expect(hidden, "what even the recruiter cannot see").toEqual([]);

  const { files } = await recruiter.application.show.query({ applicationId: one.applicationId });
  const clerk = await pageAs(browser, org.cast.recruiter);
  const file = `/api/files/${one.applicationId}/${files[0]?.id ?? ""}?org=${org.slug}`;
  expect((await clerk.request.get(file)).status()).toBe(200);

  const link = await linkOf(org, one.candidateId);
  const page = await pageOf(browser);
  await page.goto(`/${org.slug}/me/${link}`);
  await expect(page.getByText(NAME, { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Delete everything" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete everything about you?" });
  await dialog.getByRole("button", { name: "Delete everything" }).click();
  await expect(async () => {
    await page.goto(`/${org.slug}/me/${link}`);
    const gone = page.getByRole("heading", { name: "This link opens nothing any more" });
    await expect(gone).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });

  const own = await apiAs({ candidateLink: link });
  await expect(own.candidate.showOwn.query({})).rejects.toThrow();
  expect((await clerk.request.get(file)).status()).toBe(404);
  expect(await stillStanding(browser, org, at, words)).toEqual([]);
  const trail = await expectWholeTrail(browser, org);
  await trail.goto(`/o/${org.slug}/audit?action=offer.draft`);
  await trail.getByRole("button", { name: /before and after/ }).click();
  await expect(trail.getByText(/The detail was erased at a person's request/)).toBeVisible();
  await expect(trail.getByRole("cell", { name: org.cast.recruiter.name })).toBeVisible();
});

test("law 10: the admin erases a person in the trail, with a reason, and nobody else can", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org), NAME);
  const { candidateId, applicationId } = one;
  const planted = "She limps, said the porter.";
  const recruiter = await apiAs({ who: org.cast.recruiter, org: org.slug });
  await recruiter.application.addNote.mutate({ applicationId, kind: "assessment", text: planted });
  const link = await linkOf(org, candidateId);
  const at = await around(one, "Zelda");
  const words = [NAME, `zelda.quillfeather@${org.slug}.example`, planted];
  const erase = { candidateId, reason: "She wrote to us by post." };
  for (const part of ["recruiter", "manager", "auditor", "engineer"] as const satisfies Part[]) {
    const api = await apiAs({ who: org.cast[part], org: org.slug });
    expect(await refusal(api.retention.erase.mutate(erase)), part).toBe("FORBIDDEN");
  }
  const entry = `/o/${org.slug}/audit?action=candidate.applyToJob`;
  const auditor = await pageAs(browser, org.cast.auditor);
  await auditor.goto(entry);
  await auditor.getByRole("button", { name: /before and after/ }).click();
  await expect(auditor.getByRole("rowheader", { name: "started" })).toBeVisible();
  await expect(auditor.getByRole("button", { name: /^Erase/ })).toHaveCount(0);

  const page = await pageAs(browser, org.cast.admin);
  await page.goto(entry);
  await page.getByRole("button", { name: /before and after/ }).click();
  await page.getByRole("button", { name: "Erase this candidate…" }).click();
  const dialog = page.getByRole("dialog", { name: `Erase ${NAME} everywhere?` });
  await expect(dialog).toContainText("They applied for");
  const confirm = dialog.getByRole("button", { name: "Erase for good" });
  await expect(confirm).toHaveAccessibleDescription("The reason needs 3 more characters.");
  await dialog.getByLabel("Why").fill(erase.reason);
  await confirm.click();
  await expect(page.getByText(`${NAME} is being erased.`, { exact: false })).toBeVisible();
  const admin = await apiAs({ who: org.cast.admin, org: org.slug });
  // From the request on no member reads the person.
  expect(["NOT_FOUND", "CANDIDATE_ERASED"]).toContain(
    await refusal(admin.retention.erase.mutate(erase)),
  );

  const own = await apiAs({ candidateLink: link });
  await expect
    .poll(
      () =>
        own.candidate.showOwn.query({}).then(
          () => "open",
          () => "closed",
        ),
      { timeout: 30_000 },
    )
    .toBe("closed");
  expect(await stillStanding(browser, org, at, [...words, erase.reason])).toEqual([]);
  expect(await refusal(admin.retention.erase.mutate(erase))).toBe("CANDIDATE_ERASED");
  const trail = await expectWholeTrail(browser, org);
  await trail.goto(`/o/${org.slug}/audit?action=retention.erase`);
  await expect(trail.getByRole("cell", { name: org.cast.admin.name })).toBeVisible();
});
