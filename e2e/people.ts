import { randomInt } from "node:crypto";
import { sessions } from "@rubric/domain/identity";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { database } from "./database.ts";
import { runningSystem } from "./env.ts";

/** Whoever has an account; the pages they see are those of the organization in the address. */
export type Who = { accountId: string };

/** A page of a browser context of its own, of somebody who is not signed in. */
export async function pageOf(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: runningSystem().publicUrl,
    extraHTTPHeaders: {
      "x-forwarded-for": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    },
    ...options,
  });
  // As it is from the first page on that a person reads.
  await context.addCookies([
    { name: "rubric_zone", value: "Europe%2FBerlin", url: runningSystem().publicUrl },
  ]);
  return context.newPage();
}

/** The same, signed in: the session is opened as signing in opens it. */
export async function pageAs(
  browser: Browser,
  who: Who,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await pageOf(browser, options);
  await signInHere(page, who);
  return page;
}

/** Signs somebody in, in the browser of a page, in place of whoever was. */
export async function signInHere(page: Page, who: Who): Promise<void> {
  await page.context().addCookies([
    {
      name: "rubric_session",
      value: await tokenOf(who),
      url: runningSystem().publicUrl,
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);
}

/** A session's token, for the cookie. */
export async function tokenOf(who: Who): Promise<string> {
  const from = { userAgent: "Playwright", ip: "127.0.0.1" };
  return sessions(database().db).open(who.accountId, from, new Date());
}
