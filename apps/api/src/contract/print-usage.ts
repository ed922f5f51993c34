import { connect } from "@rubric/db";
import { listUsage } from "@rubric/domain/operations";
import { readDatabaseUrl } from "../env.ts";

const connection = connect(readDatabaseUrl(), { max: 1 });
try {
  process.stdout.write(`${JSON.stringify(await listUsage(connection.db), null, 2)}\n`);
} finally {
  await connection.close();
}
