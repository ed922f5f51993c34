import { callOwed } from "@rubric/api/demo/stories";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { apiAs } from "./api.ts";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization, type Organization, panelOf } from "./setup-org.ts";

/** The page on which an interviewer owes a scorecard, in a window as it is asked for. */
export async function owing(
  browser: Browser,
  window: BrowserContextOptions = {},
): Promise<{ page: Page; org: Organization }> {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(1, false)(one, panelOf(org));
  const page = await pageAs(browser, org.cast.first, window);
  const api = await apiAs({ who: org.cast.first, org: org.slug });
  const mine = await api.interview.list.query({ scope: "mine" });
  const [owed] = [...mine.today, ...mine.past.lines];
  await page.goto(`/o/${org.slug}/interviews/${owed?.id ?? ""}`);
  return { page, org };
}
