import { callOwed } from "@rubric/api/demo/stories";
import { withinOrg } from "@rubric/api/demo/organization";
import { note } from "@rubric/db/schema";
import { type Browser, expect, type Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { apiAs } from "./api.ts";
import { fillDay } from "./fields.ts";
import { pageAs } from "./people.ts";
import type { Front, Side } from "./server/front.ts";
import { makeCase, makeJob, makeOrganization, type Organization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";
import { startTwoReleases } from "./two-releases.ts";

/** Less may be written than before: what an open page of the old release may send is refused. */
const BREAKING = [
  {
    file: "packages/domain/src/scorecard/schemas.ts",
    from: "summary: paragraph(10_000)",
    to: "summary: paragraph(9_000)",
  },
  {
    file: "packages/domain/src/application/schemas.ts",
    from: "text: paragraph(5000)\n    .refine(",
    to: "text: paragraph(4000)\n    .refine(",
  },
  {
    file: "packages/domain/src/wire.ts",
    from: 'max(2000, "At most 2000 characters.")',
    to: 'max(1900, "At most 1900 characters.")',
  },
];

test.describe.configure({ mode: "serial" });

let front: Front;
let stop = async () => {};
test.beforeAll(async () => {
  // Four processes start beside whatever else the machine does.
  test.setTimeout(120_000);
  ({ front, stop } = await startTwoReleases(BREAKING));
});
test.afterAll(() => stop());

const isCall = (path: string) => path.startsWith("/api/");
const notice = (page: Page) => page.getByText(/Rubric was updated|new version of Rubric/);

/** From now on everything is of the new release. */
function deploy() {
  front.choose = () => "new";
  front.calls.length = 0;
}

function startOver() {
  front.choose = () => "old";
  front.calls.length = 0;
}

/** How often the page was loaded since it is watched. */
function loadsOf(page: Page): () => number {
  let loads = 0;
  page.on("load", () => (loads += 1));
  return () => loads;
}

/** An application of an organization of this test's own, open before its recruiter. */
async function openApplication(browser: Browser, side: Side) {
  startOver();
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  const page = await pageAs(browser, org.cast.recruiter, { baseURL: front.url });
  front.choose = () => side;
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  return { org, one, page };
}

async function openKit(org: Organization, page: Page): Promise<void> {
  const api = await apiAs({ who: org.cast.first, org: org.slug });
  const mine = await api.interview.list.query({ scope: "mine" });
  const [owed] = [...mine.today, ...mine.past.lines];
  await page.goto(`/o/${org.slug}/interviews/${owed?.id ?? ""}`);
}

test("law 16: an old tab with a half-filled scorecard loses nothing in a breaking deploy, and says what happened", async ({
  browser,
}) => {
  startOver();
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(1, false)(one, panelOf(org));
  const page = await pageAs(browser, org.cast.first, { baseURL: front.url });
  await openKit(org, page);
  const summary = page.getByLabel("In short");
  await summary.fill("Clear about trade-offs");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  const loads = loadsOf(page);

  deploy();
  await summary.press("End");
  await page.keyboard.type(", careful with money.");
  await expect(notice(page)).toBeVisible();
  await page.keyboard.type(" Would work with them.");
  await expect(page.getByText("Rubric was updated, so this page was loaded again.")).toBeVisible();
  const whole = "Clear about trade-offs, careful with money. Would work with them.";
  await expect(summary).toHaveValue(whole);
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.reload();
  await expect(summary).toHaveValue(whole);
  expect(loads()).toBe(2);
});

test("law 16: a command that an old tab sent is not sent again for it; its words are kept", async ({
  browser,
}) => {
  const { org, one, page } = await openApplication(browser, "old");
  await page.getByLabel("Note", { exact: true }).fill("Prefers to be called in the morning.");

  deploy();
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByText("Rubric was updated, so this page was loaded again.")).toBeVisible();
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue(
    "Prefers to be called in the morning.",
  );
  expect(front.calls.filter(({ path }) => path.includes("application.addNote"))).toHaveLength(1);
  const notes = await withinOrg(org.db, org.org.id, (tx) =>
    tx.select().from(note).where(eq(note.applicationId, one.applicationId)),
  );
  expect(notes).toEqual([]);
});

test("law 16: what was typed in a dialog that the new version closes is handed back", async ({
  browser,
}) => {
  const { page } = await openApplication(browser, "old");
  await page.getByRole("button", { name: /^Put on hold/ }).click();
  const dialog = page.getByRole("dialog");
  await fillDay(dialog, "They hear from us by", new Date(Date.now() + 5 * 86_400_000));
  await dialog.getByLabel("Why").fill("Their manager is away until Monday.");

  deploy();
  await dialog.getByRole("button", { name: "Put on hold" }).click();
  await expect(page.getByText("You had typed this in a form that is closed now:")).toBeVisible();
  await expect(page.getByText("Their manager is away until Monday.")).toBeVisible();
  await page.getByRole("button", { name: "Close this notice" }).click();
  await expect(page.getByText("Their manager is away until Monday.")).toBeHidden();
});

test("law 16: an old tab whose procedures did not change notices nothing", async ({ browser }) => {
  startOver();
  const org = await makeOrganization();
  const job = await makeJob(org);
  await makeCase(org, job);
  const page = await pageAs(browser, org.cast.recruiter, { baseURL: front.url });
  await page.goto(`/o/${org.slug}/candidates`);
  await expect(page.getByText("Casey Candidate")).toBeVisible();
  const loads = loadsOf(page);

  deploy();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Find a person, a job or a page").fill("Casey");
  await expect(page.getByRole("dialog").getByText("Casey Candidate")).toBeVisible();
  expect(front.calls.some(({ path, side }) => isCall(path) && side === "new")).toBe(true);
  await expect(notice(page)).toHaveCount(0);
  expect(loads()).toBe(0);
});

test("law 16: a new tab that meets an old replica recovers by itself", async ({ browser }) => {
  const { page } = await openApplication(browser, "new");
  await page.getByLabel("Note", { exact: true }).fill("Speaks Dutch, too.");
  const loads = loadsOf(page);

  front.calls.length = 0;
  front.choose = (path) => {
    const before = front.calls.filter((call) => isCall(call.path)).length;
    return isCall(path) && before < 2 ? "old" : "new";
  };
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByText("Speaks Dutch, too.").first()).toBeVisible();
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("");
  expect(front.calls.filter(({ side }) => side === "old").length).toBeGreaterThan(0);
  await expect(notice(page)).toHaveCount(0);
  expect(loads()).toBe(0);
});

test("law 16: a tab that stays outdated loads itself again once, and then asks", async ({
  browser,
}) => {
  const { page } = await openApplication(browser, "old");
  const loads = loadsOf(page);

  // The pages of the old release go on being served before the new API.
  front.choose = (path) => (isCall(path) ? "new" : "old");
  const words = page.getByLabel("Note", { exact: true });
  const add = async (text: string) => {
    await words.fill(text);
    await page.getByRole("button", { name: "Add note" }).click();
  };
  await add("Prefers mornings.");
  await expect(page.getByText("Rubric was updated, so this page was loaded again.")).toBeVisible();
  await expect(words).toHaveValue("Prefers mornings.");
  await add("Prefers mornings, and Fridays.");
  await expect(page.getByText(/still of an older version/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Load it now" })).toBeVisible();
  expect(loads()).toBe(1);
  await expect(words).toHaveValue("Prefers mornings, and Fridays.");
});
