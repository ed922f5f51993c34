import { type Browser, chromium } from "@playwright/test";
import { FLAGS } from "./browser-flags.ts";
import { browserPath } from "./env.ts";

export type { Browser, Page } from "@playwright/test";

/** A browser started as for the specs; if asked for with scrollbars that take room, as on a desk. */
export async function openBrowser({ scrollbars = false } = {}): Promise<Browser> {
  return chromium.launch({
    ...(browserPath === null ? {} : { executablePath: browserPath }),
    args: [...FLAGS],
    ignoreDefaultArgs: scrollbars ? ["--hide-scrollbars"] : [],
  });
}
