import { findBrowser } from "./browser.mjs";
import { main } from "./prepare.mjs";
import { startChild } from "./run.mjs";

await main(async () => {
  const env = await findBrowser();
  const child = startChild("node", ["bench/run.ts", ...process.argv.slice(2)], { env });
  const { code } = await child.ended;
  return code;
});
