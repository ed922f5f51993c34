import { constants, setPriority } from "node:os";
import { connect } from "@rubric/db";
import {
  DEMO_ACCOUNTS,
  DEMO_ORGANIZATION,
  DEMO_PASSWORD,
  findOrganization,
} from "@rubric/domain/identity";
import { readDemoEnv } from "./demo/env.ts";
import { isLoaded, loadDemo } from "./demo/load.ts";
import { removeOrganization } from "./demo/remove.ts";

const env = readDemoEnv();
// Whoever starts Rubric waits for its pages first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// A load that breaks off begins anew, so no commit has to wait for the disk.
const url = new URL(env.DATABASE_URL);
url.searchParams.set("synchronous_commit", "off");
const connection = connect(url.href);
const { db } = connection;
try {
  const known = await findOrganization(db, DEMO_ORGANIZATION.slug);
  if (known === null || !(await isLoaded(db, known.id))) {
    if (known !== null) await removeOrganization(env.DATABASE_OWNER_URL, DEMO_ORGANIZATION.slug);
    await loadDemo(db, new Date());
  }
} finally {
  await connection.close();
}

for (const { role, name, email } of DEMO_ACCOUNTS)
  process.stdout.write(`${JSON.stringify({ role, name, email, password: DEMO_PASSWORD })}\n`);
