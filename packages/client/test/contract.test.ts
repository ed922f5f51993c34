import { readdirSync, readFileSync } from "node:fs";
import { clientPart } from "@rubric/api/contract/client-part";
import { readManifest } from "@rubric/api/contract/open";
import { CLIENT_PART, CURRENT } from "@rubric/api/contract/files";
import { ownManifest } from "@rubric/api/contract/own";
import { expect, it } from "vitest";
import { CONTRACT } from "../src/contract.generated.ts";

it("is built with the contract of the router (npm run contract:emit)", () => {
  const manifest = readManifest(CURRENT);
  expect(CONTRACT).toEqual({ contractId: manifest.contractId, releasedAt: manifest.releasedAt });
  expect(readFileSync(CLIENT_PART, "utf8")).toBe(clientPart(manifest));
  expect(ownManifest(new Date()).contractId).toBe(CONTRACT.contractId);
});

it("needs nothing of Node outside of the command line", () => {
  const source = new URL("../src/", import.meta.url);
  const files = readdirSync(source).filter((name) => /(?<!test)\.ts$/.test(name));
  expect(files).toContain("client.ts");
  for (const name of files) {
    expect(readFileSync(new URL(name, source), "utf8")).not.toMatch(
      /from "node:|process\.|Buffer\b/,
    );
  }
});
