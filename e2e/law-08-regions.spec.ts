import { expect, type Page } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { choose, fillDay } from "./fields.ts";
import { pageAs } from "./people.ts";
import { makeJob, makeOrganization } from "./setup-org.ts";
import { daysFromNow } from "./steps.ts";
import { test } from "./test.ts";

const PLACES = ["US-CO", "US-NY-NYC", "DE", "CA-ON"];

/** What its places ask of the post, and who asks. */
const ASKED = [
  ["The pay range", ["Colorado", "New York City", "New York", "Ontario"]],
  ["The benefits", ["Colorado"]],
  ["Bonuses and other pay", ["Colorado"]],
  ["The last day to apply", ["Colorado"]],
  ["How to apply", ["Colorado"]],
  ["Whether there is a vacancy", ["Ontario"]],
  ["Whether AI screens applicants", ["Ontario"]],
  ["The privacy notice", ["European Union"]],
] as const;

function duty(page: Page, what: string) {
  return page
    .getByRole("region", { name: "Duties" })
    .getByRole("listitem")
    .filter({ has: page.getByText(what, { exact: true }) })
    .first();
}

test("law 8: a post for Colorado, New York City, Germany and Ontario owes what all of them ask", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const { jobId } = await makeJob(org);
  const api = await apiAs({ who: org.cast.recruiter, org: org.slug });
  const { posts } = await api.job.show.query({ jobId });
  const content = posts[0]?.content;
  if (content === undefined) throw new Error("The job has no post.");
  const post = { ...content, pay: null, closingDate: null, locations: PLACES };
  const drafted = await api.job.savePost.mutate({ jobId, post });
  const postId = drafted.posts[0]?.id ?? "";
  expect(await refusal(api.job.publishPost.mutate({ jobId, postId }))).toBe("POST_DUTIES");

  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/jobs/${jobId}/posts`);
  await expect(page.getByText(/duties keep it from being published/)).toBeVisible();
  for (const [what, places] of ASKED) {
    for (const place of places) await expect(duty(page, what)).toContainText(place);
  }
  const range = duty(page, "The pay range");
  await range.locator("summary").click();
  await expect(range.getByText("C.R.S. § 8-5-201").first()).toBeVisible();
  const publish = page.getByRole("button", { name: "Publish…" });
  await expect(publish).toHaveAttribute("aria-disabled", "true");

  await page.getByLabel("Pay from, a year").fill("120000");
  await page.getByLabel("Pay to, a year").fill("150000");
  await choose(page, "Currency", "USD");
  await fillDay(page, "Last day to apply", daysFromNow(20));
  await page.getByRole("button", { name: "Add a range of a place" }).click();
  await choose(page, "Place of range 1", "Ontario");
  await page.getByLabel("Pay from of range 1, a year").fill("130000");
  await page.getByLabel("Pay to of range 1, a year").fill("190000");
  await choose(page, "Currency of range 1", "CAD");
  await page.getByLabel("Benefits").fill("Health insurance and 25 days of leave.");
  await page.getByLabel("Bonuses and other pay").fill("Nothing beside the range.");
  await page.getByLabel("How to apply").fill("With the form on this page.");
  await choose(page, "Is there a vacancy now?", /^Yes/);
  await choose(page, "Does AI screen or select?", /^No$/);
  const save = page.getByRole("button", { name: "Save the draft" });
  await save.click();
  const spread = duty(page, "A range at most C$50,000 wide");
  await expect(spread).toContainText("Not met, keeps it from being published");
  await expect(page.getByText("One duty keeps it from being published")).toBeVisible();
  await page.getByLabel("Pay to of range 1, a year").fill("175000");
  await save.click();
  await expect(page.getByText("Nothing keeps it from being published.")).toBeVisible();
  await publish.click();
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByRole("link", { name: /See it as candidates do/ })).toBeVisible();
});
