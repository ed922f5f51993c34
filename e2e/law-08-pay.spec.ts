import { expect } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { choose, fillDay } from "./fields.ts";
import { makeOfferable, offerTerms } from "./offers.ts";
import { pageAs } from "./people.ts";
import { makeJob, makeOrganization } from "./setup-org.ts";
import { daysFromNow } from "./steps.ts";
import { test } from "./test.ts";

test("law 8: where the region asks for a range, no post goes out without one", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const { jobId } = await makeJob(org);
  const api = await apiAs({ who: org.cast.recruiter, org: org.slug });
  const { posts } = await api.job.show.query({ jobId });
  const content = posts[0]?.content;
  if (content === undefined) throw new Error("The job has no post.");
  const post = { ...content, pay: null, locations: ["US-NY-NYC"] };
  const drafted = await api.job.savePost.mutate({ jobId, post });
  const postId = drafted.posts[0]?.id ?? "";
  expect(await refusal(api.job.publishPost.mutate({ jobId, postId }))).toBe("POST_DUTIES");

  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/jobs/${jobId}/posts`);
  const range = page
    .getByRole("region", { name: "Duties" })
    .getByRole("listitem")
    .filter({ hasText: "The pay range" })
    .first();
  await expect(range).toContainText("Not met, keeps it from being published");
  await expect(range).toContainText("Asked by New York City, New York");
  const publish = page.getByRole("button", { name: "Publish…" });
  await expect(publish).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("Pay from, a year").fill("140000");
  await page.getByLabel("Pay to, a year").fill("170000");
  await choose(page, "Currency", "USD");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(range).toContainText("Met");
  await publish.click();
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByRole("link", { name: /See it as candidates do/ })).toBeVisible();
  await expect(page.getByText("USD 140,000 – 170,000").first()).toBeVisible();
});

test("law 8: an offer outside what was disclosed needs a reason and somebody else's word", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeOfferable(org, await makeJob(org), "Pia West");
  const api = await apiAs({ who: org.cast.recruiter, org: org.slug });
  const terms = offerTerms(org, one, { amountMinor: 9_500_000 });
  expect(await refusal(api.offer.draft.mutate(terms))).toBe("RANGE_REASON_MISSING");

  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}/offer`);
  await page.getByRole("textbox", { name: "Amount per year", exact: true }).fill("95000");
  await expect(
    page.getByText("EUR 5,000 above the range that was shown to this person"),
  ).toBeVisible();
  await fillDay(page, "Starts on", daysFromNow(60));
  await choose(page, "Approver", "Abel Approver");
  const ask = page.getByRole("button", { name: "Ask for approval" });
  await expect(ask).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("Why outside the range").fill("Ran this very system for six years.");
  await ask.click();
  await expect(page.getByText("Waits for Abel Approver.")).toBeVisible();
  const { versions } = await api.offer.list.query({ applicationId: one.applicationId });
  const offerId = versions[0]?.id ?? "";
  expect(await refusal(api.offer.approve.mutate({ offerId }))).toBe("FORBIDDEN");
  expect(await refusal(api.offer.send.mutate({ offerId }))).toBe("OFFER_STATE");
});
