import { parseArgs } from "node:util";
import { checkText } from "@rubric/contract/check";
import { z } from "zod";
import { checkOwn } from "./check-own.ts";

const { values } = parseArgs({ options: { json: { type: "boolean" }, usage: { type: "string" } } });
try {
  const checked = checkOwn(new Date(), values.usage);
  process.stdout.write(
    values.json === true ? `${JSON.stringify(checked, null, 2)}\n` : `${checkText(checked)}\n`,
  );
  process.exitCode = checked.passed ? 0 : 1;
} catch (error) {
  if (!(error instanceof z.ZodError)) throw error;
  process.stderr.write(
    `A file of contract/ is not what it should be.\n${z.prettifyError(error)}\n`,
  );
  process.exitCode = 2;
}
