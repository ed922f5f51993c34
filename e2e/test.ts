import { test as base } from "@playwright/test";

/** A test whose people close their browsers at its end: an open page goes on asking the server. */
export const test = base.extend<{ leaving: void }>({
  leaving: [
    async ({ browser }, use) => {
      await use();
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});
