/**
 * `npm run bench:scale`: fills a database with a large organization and leaves its server running, to be
 * looked at with `node bench/scale/show-plans.ts`.
 */
import { parseArgs } from "node:util";
import { LARGE, scaleDatabase, withKeptServer } from "./scale/database.ts";

const { values } = parseArgs({
  options: {
    applications: { type: "string", default: String(LARGE.applications) },
    organizations: { type: "string", default: String(LARGE.organizations) },
  },
});
const of = {
  applications: Number(values.applications),
  organizations: Number(values.organizations),
};
if (!Object.values(of).every(Number.isInteger)) throw new Error("Sizes are whole numbers.");
await withKeptServer(async (url) => {
  const { superUrl } = await scaleDatabase(
    url,
    of,
    (line) => void process.stderr.write(`${line}\n`),
  );
  process.stdout.write(`${superUrl}\n`);
  await new Promise<void>((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve));
});
