/** Fills a database of its own with a large organization and leaves it running: `npm run bench:scale`. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { defaultDataDir, startPostgres } from "@rubric/db/embedded";
import { migrate } from "@rubric/db/migrate";
import { provisionDatabase } from "@rubric/db/provision";
import postgres from "postgres";
import { fillScale } from "./scale/fill.ts";
import { readScale } from "./scale/read.ts";

const { values } = parseArgs({
  options: {
    applications: { type: "string", default: "1000000" },
    organizations: { type: "string", default: "10000" },
  },
});
const applications = Number(values.applications);
const organizations = Number(values.organizations);
if (!Number.isInteger(applications) || !Number.isInteger(organizations)) {
  throw new Error("--applications and --organizations are whole numbers.");
}
const say = (line: string) => void process.stderr.write(`${line}\n`);
const root = fileURLToPath(new URL("..", import.meta.url));
const server = await startPostgres({ dataDir: defaultDataDir(root, `scale-${applications}`) });
const name = `scale_${applications}`;
const urls = await provisionDatabase(server.url, name);
const superUrl = new URL(server.url);
superUrl.pathname = `/${name}`;
await migrate(urls.ownerUrl);
const sql = postgres(superUrl.href, { max: 3, onnotice: () => undefined });
const [known] = await sql`select exists (select from application) as known`;
const { boardJobId } =
  known?.["known"] === true
    ? await readScale(sql)
    : await fillScale(sql, { applications, organizations }, say);
await sql.end();
say(`The board with 500 people under way is of job ${boardJobId}.`);
process.stdout.write(`${superUrl.href}\n`);
await server.ended;
