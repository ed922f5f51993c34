/** Measures the rows of large organizations on a server of its own, kept for the next run: `npm run bench:scale`. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { defaultDataDir, startPostgres } from "@rubric/db/embedded";
import { scale } from "./rows/scale.ts";
import { search } from "./rows/search.ts";
import { scaleDatabase } from "./scale/database.ts";

const { values } = parseArgs({
  options: {
    /** Only fills a database of this size and leaves the server running. */
    fill: { type: "string" },
    organizations: { type: "string", default: "10000" },
  },
});
const say = (line: string) => void process.stderr.write(`${line}\n`);
const root = fileURLToPath(new URL("..", import.meta.url));
const server = await startPostgres({ dataDir: defaultDataDir(root, "scale") });
if (values.fill === undefined) {
  for (const row of [search, scale]) {
    const { claims } = await row.measure({ cluster: { superUrl: server.url }, say });
    for (const { name, figure, target, held } of claims) {
      process.stdout.write(`${held ? "✓" : "✗"} ${name}: ${figure}; target ${target}\n`);
      if (!held) process.exitCode = 1;
    }
  }
  await server.stop();
} else {
  const of = { applications: Number(values.fill), organizations: Number(values.organizations) };
  if (!Object.values(of).every(Number.isInteger)) throw new Error("Sizes are whole numbers.");
  const { superUrl } = await scaleDatabase(server.url, of, say);
  process.stdout.write(`${superUrl}\n`);
  await server.ended;
}
