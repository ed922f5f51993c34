/** Prints how each list and search is run: `node bench/scale/show-plans.ts <superuser's url> [part of a name]`. */
import { databaseUrls } from "@rubric/db/provision";
import { LIMITS } from "@rubric/domain/limits";
import { makePolicyCache } from "@rubric/domain/policy";
import postgres from "postgres";
import { readScale } from "./read.ts";
import { readPlans, rowsRead, stepsIn, wholeTables } from "./read-plans.ts";
import { lists, searches } from "./reads.ts";

const [superUrl = "", part = ""] = process.argv.slice(2);
const sql = postgres(superUrl, { max: 1 });
const scale = await readScale(sql);
await sql.end();
const plans = await readPlans({
  superUrl,
  ...databaseUrls(superUrl, new URL(superUrl).pathname.slice(1)),
});
const deps = {
  ...plans.lent,
  limits: LIMITS,
  enqueue: async () => undefined,
  policies: makePolicyCache(),
};
const reads = [
  ...lists(scale),
  ...searches(scale, "recruiter"),
  ...searches(scale, "manager"),
  ...searches(scale, "coordinator"),
];
for (const { name, ask } of reads.filter((one) => one.name.includes(part))) {
  await ask(deps);
  plans.take();
  const from = performance.now();
  await ask(deps);
  const took = performance.now() - from;
  const run = plans.take();
  const sum = (of: (one: (typeof run)[number]) => number) =>
    run.reduce((all, one) => all + of(one), 0);
  const whole = run.flatMap(wholeTables);
  process.stdout.write(
    `${took.toFixed(1).padStart(8)} ms ${String(sum(rowsRead)).padStart(9)} rows ${String(sum((one) => one.pages)).padStart(8)} pages ${run.length} statements ${whole.length > 0 ? `WHOLE ${whole.join()} ` : ""}${name}\n`,
  );
  for (const one of run.filter((plan) => rowsRead(plan) > 2000 || wholeTables(plan).length > 0)) {
    const steps = stepsIn(one.plan).filter((step) => step.rows > 1000);
    process.stdout.write(
      `           ${rowsRead(one)} rows: ${one.text.replaceAll(/\s+/g, " ").slice(0, process.argv[4] === "full" ? 5000 : 160)}\n${steps.map((step) => `             ${step.type} ${step.table ?? ""} ${step.rows}\n`).join("")}`,
    );
  }
}
await plans.close();
