import { readFile } from "node:fs/promises";
import { newId, type Tx } from "@rubric/db";
import { framework } from "@rubric/db/schema";
import { writeLibrary } from "../library/access.ts";
import { frameOf } from "../library/frame.ts";
import { ownLibrary } from "../library/own.ts";
import { parseQuestionBankYaml } from "../question/parse.ts";
import { writeQuestions } from "../question/write-questions.ts";
import { parseFrameworkYaml } from "./parse.ts";
import { writeVersion } from "./write-version.ts";

const CONTENT = new URL("../../content/", import.meta.url);

/**
 * Gives a new organization the project's own framework for backend engineers, published, and the
 * bank of questions and the growth library that go with it. Returns the ids of the framework and its version.
 */
export async function installBackendFramework(
  tx: Tx,
  orgId: string,
  memberId: string,
  clock: Date,
): Promise<{ frameworkId: string; versionId: string }> {
  const parsed = parseFrameworkYaml(await content("backend-engineer.yml"));
  if (!parsed.ok) throw new Error(`The own framework, line ${parsed.error.line}.`);
  const keys = new Set(parsed.framework.competencies.map((row) => row.key));
  const bank = parseQuestionBankYaml(await content("backend-engineer.questions.yml"), keys);
  if (!bank.ok) throw new Error(`The own questions, line ${bank.error.line}.`);
  const frameworkId = newId();
  await tx
    .insert(framework)
    .values({ orgId, id: frameworkId, name: parsed.framework.name, createdAt: clock });
  const versionId = await writeVersion(
    tx,
    { orgId, frameworkId, number: 1, createdBy: memberId, at: clock, state: "published" },
    parsed.framework,
  );
  await writeQuestions(tx, orgId, bank.bank.questions, clock);
  await writeLibrary(
    tx,
    { orgId, frameworkId, number: 1, by: memberId, at: clock },
    await ownLibrary(frameOf(parsed.framework)),
  );
  return { frameworkId, versionId };
}

async function content(name: string): Promise<string> {
  return readFile(new URL(name, CONTENT), "utf8");
}
