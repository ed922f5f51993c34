import { callAhead } from "@rubric/api/demo/stories";
import { expect, type Page } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { mailsTo, mailTo } from "./mail.ts";
import { pageAs, pageOf } from "./people.ts";
import { seatOf } from "./seats.ts";
import {
  linkOf,
  makeCase,
  makeJob,
  makeOrganization,
  type Organization,
  panelOf,
  type Part,
} from "./setup-org.ts";
import { around, everyAnswer, everyPage, findWords, pagesAround } from "./sweep.ts";
import { test } from "./test.ts";

const ASKED = "I have epilepsy, so I need a room without flickering light.";
const SECRET = ["epilepsy", "flickering"];
const EFFECT = "Daylight or steady lamps. Plan 75 minutes.";

const OTHERS: readonly Part[] = [
  "admin",
  "otherRecruiter",
  "manager",
  "approver",
  "coordinator",
  "first",
  "second",
  "engineer",
  "auditor",
];

/** A candidate before the first call asks on their own page for something to be arranged. */
async function asked(page: Page) {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callAhead(30)(one, panelOf(org));
  await page.goto(`/${org.slug}/me/${await linkOf(org, one.candidateId)}`);
  await page.getByText("Would something make the interviews easier for you?").click();
  await page.getByLabel("What would help you?").fill(ASKED);
  await page.getByRole("button", { name: "Ask the recruiter" }).click();
  await expect(page.getByText("The recruiter answers you here.")).toBeVisible();
  return { org, one };
}

async function showOf(org: Organization, part: Part, applicationId: string) {
  const api = await apiAs({ who: org.cast[part], org: org.slug });
  return api.application.show.query({ applicationId });
}

test("law 17: what a candidate says about health is read by the job's recruiter alone", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const candidate = await pageOf(browser);
  const { org, one } = await asked(candidate);
  const { applicationId } = one;
  const at = await around(one);
  const own = await showOf(org, "recruiter", applicationId);
  expect(own.adjustments.map((row) => row.asked)).toEqual([ASKED]);
  const adjustmentId = own.adjustments[0]?.id ?? "";
  const answer = { applicationId, adjustmentId, effect: EFFECT };

  const recruiter = await pageAs(browser, org.cast.recruiter);
  await recruiter.goto(`/o/${org.slug}/applications/${applicationId}`);
  await expect(recruiter.getByText(ASKED)).toBeVisible();
  for (const part of OTHERS) {
    const api = await apiAs({ who: org.cast[part], org: org.slug });
    expect(findWords(await everyAnswer(api, at), SECRET), part).toEqual([]);
    const refused = refusal(api.application.answerAdjustment.mutate(answer));
    expect(["FORBIDDEN", "NOT_FOUND"], part).toContain(await refused);
  }
  const answering = await apiAs({ who: org.cast.recruiter, org: org.slug });
  await answering.application.answerAdjustment.mutate(answer);
  for (const part of OTHERS) {
    const api = await apiAs({ who: org.cast[part], org: org.slug });
    expect(findWords(await everyAnswer(api, at), SECRET), part).toEqual([]);
  }
  for (const part of ["manager", "coordinator", "first", "admin", "auditor"] as const) {
    const page = await pageAs(browser, org.cast[part]);
    expect(findWords(await everyPage(page, pagesAround(at)), SECRET), part).toEqual([]);
    await page.context().close();
  }

  // That something was asked is told to the recruiter by e-mail, and what it is to nobody.
  const told = await mailTo(`recruiter@${org.slug}.test`, "Please arrange");
  expect(findWords(new Map(Object.entries({ ...told, links: "" })), SECRET)).toEqual([]);
  for (const part of OTHERS) {
    const letters = await mailsTo(`${part.toLowerCase()}@${org.slug}.test`);
    expect(
      letters.filter((letter) => letter.subject.includes("arrange")),
      part,
    ).toEqual([]);
  }
});

test("law 17: the interviewer sees what to do, and never why", async ({ browser }) => {
  const candidate = await pageOf(browser);
  const { org, one } = await asked(candidate);
  const { applicationId } = one;
  const { first, manager } = org.cast;
  const recruiter = await pageAs(browser, org.cast.recruiter);
  await recruiter.goto(`/o/${org.slug}/applications/${applicationId}`);
  await recruiter.getByRole("button", { name: "Say what is arranged" }).click();
  const dialog = recruiter.getByRole("dialog", { name: "What is arranged" });
  const tell = dialog.getByRole("button", { name: "Tell them" });
  await expect(tell).toHaveAccessibleDescription("Say what is arranged.");
  await dialog.getByLabel("What to do").fill(EFFECT);
  await tell.click();
  await expect(dialog).toBeHidden();

  const { interviewId } = await seatOf(one, first, "First call");
  const interviewer = await pageAs(browser, first);
  await interviewer.goto(`/o/${org.slug}/interviews/${interviewId}`);
  await expect(interviewer.getByText(EFFECT)).toBeVisible();
  const lead = await pageAs(browser, manager);
  await lead.goto(`/o/${org.slug}/applications/${applicationId}`);
  await expect(lead.getByText(EFFECT)).toBeVisible();
  for (const page of [interviewer, lead]) {
    expect(findWords(new Map([[page.url(), await page.content()]]), SECRET)).toEqual([]);
  }
  const api = await apiAs({ who: first, org: org.slug });
  const kit = await api.interview.showKit.query({ interviewId });
  expect(kit.adjustments).toEqual([EFFECT]);
  for (const part of ["manager", "first"] as const) {
    const { adjustments } = await showOf(org, part, applicationId);
    expect(adjustments.map((row) => [row.asked, row.effect])).toEqual([[null, EFFECT]]);
  }

  // It is answered once, and the candidate reads the answer where they asked.
  const again = await apiAs({ who: org.cast.recruiter, org: org.slug });
  const [row] = (await showOf(org, "recruiter", applicationId)).adjustments;
  const answer = { applicationId, adjustmentId: row?.id ?? "", effect: "Nothing, after all." };
  expect(await refusal(again.application.answerAdjustment.mutate(answer))).toBe(
    "ADJUSTMENT_ANSWERED",
  );
  await candidate.reload();
  await expect(candidate.getByText(`Arranged: ${EFFECT}`)).toBeVisible();
});
