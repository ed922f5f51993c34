import { runChecks } from "./checks.mjs";
import { main } from "./prepare.mjs";

await main(async () => ((await runChecks()) === 0 ? 0 : 1));
