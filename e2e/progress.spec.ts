import { disableMember, setManager } from "@rubric/domain/organization";
import { RecordDocument } from "@rubric/domain/record/schemas";
import { mintLink } from "@rubric/domain/identity";
import { expect, type Page } from "@playwright/test";
import { database } from "./database.ts";
import { addLink, answerCheckIn, checkIn, exportRecord, openProgress } from "./growth-progress.ts";
import { pageAs, pageOf } from "./people.ts";
import { makeJob, makeOrganization } from "./setup-org.ts";
import { overflowOf, violationsOf } from "./states/judge.ts";
import { test } from "./test.ts";

const SIZES = [
  { width: 1440, height: 1000 },
  { width: 390, height: 844 },
];

/** No violation, and nothing that is wider than the page. */
async function isFine(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toEqual([]);
}

for (const viewport of SIZES) {
  test(`a pair checks in, answers, shows evidence and takes the record along at ${viewport.width} px`, async ({
    browser,
  }) => {
    const org = await makeOrganization();
    await makeJob(org);
    const { engineer, approver, admin } = org.cast;
    const { memberId } = engineer;
    await org.acting.act(admin, new Date(), "organization.setManager", setManager, {
      memberId,
      managerId: approver.memberId,
    });
    const own = await pageAs(browser, engineer, { viewport });
    await openProgress(own, org.slug, memberId);
    await checkIn(own, { done: "Wrote the design of the retries.", hours: 3 });
    await addLink(own, {
      title: "Design of the retries",
      url: "https://wiki.example/retries",
      competency: /./,
    });
    await isFine(own);

    const theirs = await pageAs(browser, approver, { viewport });
    await openProgress(theirs, org.slug, memberId);
    await answerCheckIn(theirs, "Say what happens when nobody answers.");
    await isFine(theirs);
    await theirs.goto(`/o/${org.slug}/growth/${memberId}/record`);
    await expect(theirs.getByRole("button", { name: "Make the record" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );

    await openProgress(own, org.slug, memberId);
    await expect(own.getByText("Say what happens when nobody answers.")).toBeVisible();
    const saved = RecordDocument.parse(JSON.parse(await exportRecord(own, org.slug, memberId)));
    expect(saved.sections.checkIns[0]?.reply?.text).toBe("Say what happens when nobody answers.");
    expect(saved.sections.evidence).toHaveLength(1);
    await isFine(own);

    const stranger = await pageAs(browser, admin, { viewport });
    await stranger.goto(`/o/${org.slug}/growth/${memberId}/progress`);
    await expect(stranger.getByText("Wrote the design")).toHaveCount(0);
    await expect(stranger.getByRole("region", { name: "Check-ins" })).toHaveCount(0);

    await org.acting.act(admin, new Date(), "organization.disableMember", disableMember, {
      memberId,
    });
    const token = await database().db.transaction((tx) =>
      mintLink(tx, {
        kind: "record",
        orgId: org.org.id,
        subjectId: memberId,
        at: new Date(),
        hours: 1,
      }),
    );
    const left = await pageOf(browser, { viewport });
    await left.goto(`/record/${token}`);
    await left.getByRole("button", { name: "Fetch my record" }).click();
    await expect(left.getByText("Wrote the design of the retries.")).toBeVisible();
    await isFine(left);
  });
}
