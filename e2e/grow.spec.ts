import { levelOf } from "@rubric/api/demo/growth";
import { RecordDocument } from "@rubric/domain/record/schemas";
import { type Browser, expect, type Page } from "@playwright/test";
import { apiAs } from "./api.ts";
import {
  inviteHired,
  makeAnnounced,
  makeHired,
  objectToBaseline,
  openBaseline,
  shareBaseline,
  toOwnBaseline,
} from "./growth-baseline.ts";
import {
  agreeThere,
  makePlanThere,
  markDoneThere,
  openPlan,
  replanThere,
  takeOutByKeyboard,
} from "./growth-plan.ts";
import { addLink, answerCheckIn, checkIn, exportRecord, openProgress } from "./growth-progress.ts";
import {
  answerReview,
  closeReview,
  isSealedTo,
  openOwnReview,
  placeAnew,
  submitsOpen,
  submitsSealed,
  writeSide,
} from "./growth-review.ts";
import { linkIn, mailTo } from "./mail.ts";
import { pageAs, pageOf } from "./people.ts";
import { makeJob, type Organization } from "./setup-org.ts";
import { overflowOf, violationsOf } from "./states/judge.ts";
import { joinByMail } from "./steps.ts";
import { test } from "./test.ts";

const NAME = "Hanna Hired";
const LEVEL = "Junior Backend Engineer";
const BY_HIRE = /^Senior Backend Engineer .* The hiring level of the decision that hired them\./;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
type Size = (typeof SIZES)[number];

/** Who was hired and their manager, with a page for each, and for the admin. */
type Pair = {
  org: Organization;
  email: string;
  memberId: string;
  own: Page;
  manager: Page;
  admin: Page;
};

/** No violation, and nothing that is wider than the page. */
async function isWhole(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/./);
  expect(await violationsOf(page), page.url()).toEqual([]);
  expect(await overflowOf(page), page.url()).toEqual([]);
}

for (const size of SIZES) {
  test(`who is hired grows from the interviews to a second plan, at ${size.width} px`, async ({
    browser,
  }) => {
    test.setTimeout(360_000);
    const pair = await test.step("hired", () => hire(browser, size));
    await test.step("baseline", () => readBaseline(pair));
    await test.step("self, manager, compare", () => review(pair));
    const first = await test.step("plan agreed", () => agreeOnPlan(pair));
    await test.step("two check-ins", () => checkInTwice(pair));
    await test.step("replan", () => replan(pair, first));
    await test.step("what may be taken back, and along", () => leave(pair, browser, size));
  });
}

async function hire(browser: Browser, viewport: Size): Promise<Pair> {
  const org = await makeAnnounced();
  const { slug, cast } = org;
  await makeHired(org, await makeJob(org), NAME);
  const admin = await pageAs(browser, cast.admin, { viewport });
  const email = `hanna@${slug}.test`;
  await inviteHired(admin, slug, { name: NAME, email, manager: cast.manager.name });
  await isWhole(admin);
  const own = await joinByMail(browser, { name: NAME, email, roles: ["Engineer"] });
  await own.setViewportSize(viewport);
  await own.goto(`/o/${slug}/growth`);
  const plan = own.getByRole("link", { name: "Plan", exact: true });
  const memberId = (await plan.getAttribute("href"))?.split("/").at(-2) ?? "";
  await isWhole(own);
  const manager = await pageAs(browser, cast.manager, { viewport });
  return { org, email, memberId, own, manager, admin };
}

/** They see it first; then they let their manager see it. */
async function readBaseline({ org, own, manager }: Pair): Promise<void> {
  const path = await toOwnBaseline(own, org.slug);
  await expect(own.getByText("Not opened")).toBeVisible();
  await expect(own.getByText(/may become the first baseline/)).toBeVisible();
  await isWhole(own);
  await manager.goto(path);
  await expect(sealedBaseline(manager)).toBeVisible();
  await openBaseline(own);
  await expect(own.getByText("An interviewer").first()).toBeVisible();
  await isWhole(own);
  await manager.reload();
  await expect(sealedBaseline(manager)).toBeVisible();
  await isWhole(manager);
  await shareBaseline(own, "The call had a bad line.");
  await manager.reload();
  await expect(manager.getByText("The call had a bad line.")).toBeVisible();
  await expect(manager.getByRole("heading", { name: "What the interviews showed" })).toBeVisible();
  await isWhole(manager);
}

function sealedBaseline(page: Page) {
  return page.getByRole("heading", { name: "There is no baseline that you may read." });
}

/** Each for themselves, then both side by side; what was said stands on the ladder. */
async function review({ org, own, manager, memberId }: Pair): Promise<void> {
  const { slug, cast } = org;
  const said = "Closed the race with a unique key and a test.";
  await placeAnew(manager, slug, { name: NAME, held: BY_HIRE, level: LEVEL });
  await isWhole(manager);
  const path = await openOwnReview(own, slug, LEVEL);
  await isWhole(own);
  await writeSide(own, "Yes", said);
  await submitsSealed(own);
  await isWhole(own);
  await isSealedTo(manager, path, said);
  await writeSide(manager, "Mixed", "Closed it, after I had found it.");
  await isWhole(manager);
  await submitsOpen(manager, said);
  await isWhole(manager);
  await closeReview(manager, "Lead the next incident.");
  await answerReview(own, path, "I begin with the next one.");
  await isWhole(own);

  await own.goto(`/o/${slug}/growth/${memberId}?level=${await levelOf(org, "junior")}`);
  await expect(own.getByRole("region", { name: "Progress" })).toContainText("50 %");
  const lines = own.getByRole("table", { name: /largest gaps first/ });
  await expect(lines.getByText("Mixed").first()).toBeVisible();
  await isWhole(own);
  const admin = await apiAs({ who: cast.admin, org: slug });
  await expect(
    admin.ladder.show.query({ memberId, levelId: null, region: null }),
  ).rejects.toThrow();
}

/** The person makes it, the manager finds it; returns the title of its first item. */
async function agreeOnPlan({ org, own, manager, memberId }: Pair): Promise<string> {
  await openPlan(own, org.slug, memberId);
  await isWhole(own);
  const titles = await makePlanThere(own, { weeks: 8, work: ["Caching"] });
  await isWhole(own);
  await takeOutByKeyboard(own, titles.at(-1) ?? "");
  await agreeThere(own);
  await expect(
    own.getByText(`You agreed to it; it waits for ${org.cast.manager.name}.`),
  ).toBeVisible();

  await manager.goto(`/o/${org.slug}`);
  await isWhole(manager);
  await manager.getByRole("link", { name: "Agree on a plan" }).click();
  await expect(manager.getByText(`${NAME}: agreed on`)).toBeVisible();
  await isWhole(manager);
  await agreeThere(manager);
  await expect(manager.getByText(/^Week 1 of 8; 0 of \d+ items done\.$/)).toBeVisible();
  await isWhole(manager);
  return titles[0] ?? "";
}

/** One of the week before and one of this week, with a link that shows something. */
async function checkInTwice({ org, own, manager, memberId }: Pair): Promise<void> {
  await openProgress(own, org.slug, memberId);
  await isWhole(own);
  await checkIn(own, { weeksAgo: 1, done: "Wrote the design of the retries.", hours: 3 });
  await addLink(own, {
    title: "Design of the retries",
    url: "https://wiki.example/retries",
    competency: "Caching",
  });
  await openProgress(manager, org.slug, memberId);
  await answerCheckIn(manager, "Say what happens when nobody answers.");
  await isWhole(manager);
  await openProgress(own, org.slug, memberId);
  await expect(own.getByText("Say what happens when nobody answers.")).toBeVisible();
  await checkIn(own, { weeksAgo: 0, done: "Built them.", blocked: "The plan slips by two weeks." });
  await isWhole(own);
  await manager.reload();
  await answerCheckIn(manager, "Then let us make the plan anew.");
}

/** Weeks slipped: a new draft shows what changes, and both agree again. */
async function replan({ org, own, manager, memberId }: Pair, first: string): Promise<void> {
  await openPlan(own, org.slug, memberId);
  await markDoneThere(own, first, "https://code.example/changes/7");
  await isWhole(own);
  await replanThere(own, 3);
  const changes = own.getByRole("region", { name: "What changes" });
  await expect(changes.getByRole("row", { name: new RegExp(`${first} Done`) })).toBeVisible();
  await isWhole(own);
  await agreeThere(own);
  await expect(own.getByText(/^A new draft .* It follows the plan of 8 weeks/)).toBeVisible();
  await manager.goto(`/o/${org.slug}`);
  await manager.getByRole("link", { name: "Agree on a plan" }).click();
  await expect(manager.getByRole("region", { name: "What changes" })).toBeVisible();
  await agreeThere(manager);
  await expect(manager.getByText("Plans before (1)")).toBeVisible();
  await isWhole(manager);
}

/** They object to the baseline, and keep their record when they leave. */
async function leave(pair: Pair, browser: Browser, viewport: Size): Promise<void> {
  const { org, own, manager, admin, memberId, email } = pair;
  const growth = `/o/${org.slug}/growth/${memberId}`;
  await own.goto(`${growth}/baseline`);
  await objectToBaseline(own, "I was ill that day.");
  await isWhole(own);
  await manager.goto(`${growth}/baseline`);
  await expect(sealedBaseline(manager)).toBeVisible();
  await expect(manager.getByText("The call had a bad line.")).toHaveCount(0);

  const saved = RecordDocument.parse(JSON.parse(await exportRecord(own, org.slug, memberId)));
  expect(saved.sections.checkIns).toHaveLength(2);
  expect(saved.sections.reviews).toHaveLength(1);
  expect(saved.sections.plans).toHaveLength(2);
  expect(saved.sections.evidence).toHaveLength(1);
  await isWhole(own);
  await manager.goto(`${growth}/record`);
  await expect(manager.getByText(`Only ${NAME} can take this along.`)).toBeVisible();
  await expect(manager.getByRole("link", { name: "Record", exact: true })).toHaveCount(0);
  await admin.goto(`${growth}/progress`);
  await expect(admin.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(admin.getByText("Wrote the design")).toHaveCount(0);

  await admin.goto(`/o/${org.slug}/settings/members`);
  await admin.getByRole("button", { name: `What to do with ${NAME}` }).click();
  await admin.getByRole("menuitem", { name: "Disable" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
  const left = await pageOf(browser, { viewport });
  await left.goto(linkIn(await mailTo(email, "Take the record"), "/record/"));
  await left.getByRole("button", { name: "Fetch my record" }).click();
  await expect(left.getByText("Wrote the design of the retries.")).toBeVisible();
  await isWhole(left);
}
