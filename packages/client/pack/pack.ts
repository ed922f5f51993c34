import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONTRACT } from "../src/contract.generated.ts";
import { emitDeclarations, root, stage } from "./stage.ts";

const released = join(root, "packages/client/test/released");
const folder = mkdtempSync(join(tmpdir(), "rubric-client-"));
try {
  emitDeclarations();
  const { version } = await stage(join(folder, "package"));
  mkdirSync(released, { recursive: true });
  const made = `rubric-client-${version}`;
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: join(folder, "package"),
  });
  for (const name of readdirSync(released)) {
    if (name.startsWith(`${made}-`)) rmSync(join(released, name));
  }
  const name = `${made}-${CONTRACT.contractId}.tgz`;
  renameSync(join(folder, `${made}.tgz`), join(released, name));
  process.stdout.write(`packages/client/test/released/${name}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
