import { parseArgs } from "node:util";
import { checkText } from "@rubric/contract/check";
import { checkOwn } from "./check-own.ts";

const { values } = parseArgs({ options: { json: { type: "boolean" }, usage: { type: "string" } } });
const checked = checkOwn(new Date(), values.usage);
process.stdout.write(
  values.json === true ? `${JSON.stringify(checked, null, 2)}\n` : `${checkText(checked)}\n`,
);
process.exitCode = checked.passed ? 0 : 1;
