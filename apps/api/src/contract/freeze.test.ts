import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifestText } from "@rubric/contract/emit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkOwn, releaseFiles } from "./check-own.ts";
import { CURRENT } from "./files.ts";
import { freeze } from "./freeze.ts";
import { readManifest } from "./open.ts";
import { ownManifest } from "./own.ts";

const current = readManifest(CURRENT);
const router = ownManifest(new Date(), current);
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "released-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a release", () => {
  it("is frozen once, under the id of its content, and found by the next check", () => {
    expect(releaseFiles(folder)).toEqual([]);
    const { file, refusal } = freeze(router, manifestText(router), folder, "emit");
    expect(refusal).toBeNull();
    expect(readManifest(file)).toEqual(router);
    expect(releaseFiles(folder).map(({ name }) => name)).toEqual([`${router.contractId}.json`]);
    expect(freeze(router, manifestText(router), folder, "emit").refusal).toBeNull();
  });

  it("is refused while the committed manifest is not what the router says", () => {
    const { refusal } = freeze(
      router,
      manifestText({ ...router, events: {}, readers: "strict" }),
      folder,
      "emit",
    );
    expect(refusal).toContain("run `emit`");
    expect(releaseFiles(folder)).toEqual([]);
  });

  it("never changes a file that is there", () => {
    const file = join(folder, `${router.contractId}.json`);
    writeFileSync(file, "{}");
    expect(freeze(router, manifestText(router), folder, "emit").refusal).toContain("frozen");
    expect(readFileSync(file, "utf8")).toBe("{}");
  });
});

it("holds: what the router says is committed, and breaks no supported release", () => {
  const { problems, compared, passed } = checkOwn(new Date());
  const breaking = compared.flatMap(({ judged }) =>
    judged.filter((one) => one.verdict === "breaking" && one.waived === null),
  );
  expect({ problems, breaking, passed }).toEqual({ problems: [], breaking: [], passed: true });
});
