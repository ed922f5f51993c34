import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Rig } from "../rig/rig.ts";
import { listsOf } from "./list-answers.ts";

const run = promisify(execFile);

/** What the database alone does with the same statement, or why that is not known. */
export type Alone = { perSecond: number } | { skipped: string };

/**
 * The first pages of the same lists by `pgbench`, prepared, with no program before the database: no
 * program can be faster than that on this machine.
 */
export async function databaseAlone(rig: Rig): Promise<Alone> {
  const lists = listsOf(rig);
  const file = join(rig.folder, "list.pgbench.sql");
  const pick = (of: (list: (typeof lists)[number]) => string | null) =>
    `(array[${lists.map((one) => `'${of(one)}'`).join(",")}])[:n]::uuid`;
  writeFileSync(
    file,
    `\\set n random(1, ${lists.length})
select a.id, a.candidate_id, c.name, c.headline, a.stage_id, s.name, a.state, a.source, a.created_at,
  a.entered_stage_at, a.next_word_at
from application a
join candidate c on c.org_id = a.org_id and c.id = a.candidate_id
join stage s on s.org_id = a.org_id and s.id = a.stage_id
where a.org_id = '${rig.filled.org.id}' and a.state = 'active'
  and a.job_id = (select ${pick((one) => one.jobId)}) and a.stage_id = (select ${pick((one) => one.stageId)})
order by a.entered_stage_at, a.id limit 26;\n`,
  );
  const clients = String(Math.min(10, rig.connections));
  const args = ["-n", "-M", "prepared", "-c", clients, "-T", String(rig.seconds), "-f", file];
  try {
    const { stdout } = await run("pgbench", [...args, rig.cluster.superUrl]);
    const perSecond = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
    if (!(perSecond > 0)) return { skipped: "pgbench did not say how many it did." };
    return { perSecond };
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing) return { skipped: "pgbench is not installed (Debian: postgresql-contrib)." };
    throw error;
  }
}
