import { main } from "./prepare.mjs";
import { startChild } from "./run.mjs";

await main(async () => {
  const child = startChild("node", ["bench/run.ts", ...process.argv.slice(2)]);
  const { code } = await child.ended;
  return code;
});
