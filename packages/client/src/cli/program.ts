import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { createRubricClient } from "../client.ts";
import { CONTRACT } from "../contract.generated.ts";
import { callByName, findProcedures } from "./calling.ts";
import type { Env } from "./env.ts";
import { BadUse } from "./failures.ts";
import { LISTINGS, type Listed, named, SHOWINGS } from "./listings.ts";
import { ownManifest } from "./manifest.ts";
import { connection } from "./settings.ts";
import { signIn, signOut, whoAmI } from "./signing.ts";
import { harmless, jsonText, outline, table } from "./text.ts";

type Json = { json?: boolean };

/** The command line; `say` writes to the standard output. */
export function makeProgram(env: Env, say: (text: string) => void): Command {
  const client = () => createRubricClient(connection(env));
  const told = (value: unknown, { json }: Json) => say(json ? jsonText(value) : outline(value));
  const program = new Command("rubric")
    .description("Rubric at the command line: the same procedures as its pages.")
    .version(`contract ${CONTRACT.contractId} of ${CONTRACT.releasedAt}`)
    .showHelpAfterError("(rubric help says what there is)")
    .exitOverride();

  program
    .command("sign-in")
    .description("Keep an access token, which is made on the page of tokens")
    .option("--url <url>", "the address of Rubric (or RUBRIC_URL)")
    .option("--token <->", "- to read the token from what is sent; else it is asked for")
    .action(async (options) => say(await signIn(env, options)));
  program
    .command("sign-out")
    .description("Forget the token that was kept")
    .action(() => say(signOut(env)));
  program
    .command("whoami")
    .description("Whose token it is, and what it may do")
    .option("--json", "for programs")
    .action(async ({ json }: Json) => {
      const { me, text } = await whoAmI(env);
      say(json ? jsonText(me) : text);
    });

  program
    .command("list <what>")
    .description(Object.keys(LISTINGS).join(", "))
    .option("--search <text>", "what it begins with or holds", "")
    .option("--job <id>", "the job whose applications are listed")
    .option("--limit <rows>", "at most so many rows", "100")
    .option("--json", "for programs")
    .action(async (what: string, { json, limit, ...options }) => {
      const rows = await upTo(numberOf(limit), named(LISTINGS, what)(client(), options));
      if (json) return say(jsonText(rows.map(({ whole }) => whole)));
      say(
        rows.length === 0 ? "There is nothing to list.\n" : table(rows.map(({ cells }) => cells)),
      );
    });
  program
    .command("show <what> <id>")
    .description(Object.keys(SHOWINGS).join(", "))
    .option("--json", "for programs")
    .action(async (what: string, id: string, options: Json) =>
      told(await named(SHOWINGS, what)(client(), id), options),
    );

  program
    .command("import <what> <file>")
    .description("framework: a YAML file as its draft")
    .option("--json", "for programs")
    .action(async (what: string, file: string, options: Json) => {
      if (what !== "framework") throw new BadUse("What can be imported is a framework.");
      const made = await client().framework.import.mutate({ yaml: fileText(file) });
      if (options.json) return told(made, options);
      say(`${harmless(made.name)}: version ${made.version.number} is a ${made.version.state}.\n`);
    });
  program
    .command("export <what> <id>")
    .description("framework: a version, by its id, as a YAML file")
    .option("--to <file>", "where to write it; the standard output unless given")
    .action(async (what: string, versionId: string, { to }: { to?: string }) => {
      if (what !== "framework") throw new BadUse("What can be exported is a framework's version.");
      const { yaml } = await client().framework.export.query({ versionId });
      if (to === undefined) return say(yaml);
      writeNew(to, yaml);
    });

  program
    .command("call <procedure> [json]")
    .description("Call any procedure; - reads the JSON; the input is checked before it is sent")
    .option("--idempotency-key <key>", "one's own, to repeat a command whose outcome is unknown")
    .option("--yes", "send a command without asking")
    .action(async (path: string, json: string | undefined, options) =>
      say(jsonText(await callByName(env, path, json ?? "{}", options))),
    );
  program
    .command("procedures [search]")
    .description("What there is to call; with --json with the schema of each input")
    .option("--json", "for programs")
    .action((search: string | undefined, { json }: Json) => {
      const found = findProcedures(search ?? "");
      const { schemas } = ownManifest();
      if (json) {
        return say(
          jsonText(found.map((one) => ({ ...one, input: one.input && schemas[one.input] }))),
        );
      }
      say(
        table(found.map(({ path, kind, errors }) => ({ path, kind, refusals: errors.join(", ") }))),
      );
    });
  return program;
}

async function upTo(limit: number, rows: AsyncIterable<Listed>): Promise<Listed[]> {
  const taken: Listed[] = [];
  for await (const row of rows) {
    if (taken.length >= limit) break;
    taken.push(row);
  }
  return taken;
}

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new BadUse("--limit is a number from 1 to 999999.");
  return Number(text);
}

function fileText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new BadUse(`${file} cannot be read.`);
  }
}

function writeNew(file: string, text: string): void {
  if (existsSync(file)) throw new BadUse(`${file} is there already.`);
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch {
    throw new BadUse(`${file} cannot be written.`);
  }
}
