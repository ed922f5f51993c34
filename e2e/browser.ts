import { type Browser, chromium } from "@playwright/test";
import { FLAGS } from "./browser-flags.ts";
import { browserPath } from "./env.ts";

export type { Browser, Page } from "@playwright/test";

/** A browser started as for the specs, for those who are none. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(browserPath === null ? {} : { executablePath: browserPath }),
    args: [...FLAGS],
  });
}
