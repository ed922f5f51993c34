import { canonical } from "../canonical.ts";
import { diffManifests } from "../diff/diff.ts";
import type { Finding } from "../diff/finding.ts";
import { misnamed } from "../digest.ts";
import { manifestText } from "../emit.ts";
import type { Manifest } from "../manifest.ts";
import { type Support, supportedReleases } from "./support.ts";
import { forgiveUnused, type Usage } from "./usage.ts";
import { applyWaivers, type Judged, type Waiver } from "./waivers.ts";

/** A released manifest as it lies in a file. */
export type ReleaseFile = { name: string; manifest: Manifest };

export type CheckInput = {
  /** What the router says now. */
  router: Manifest;
  /** The committed manifest; null if there is none. */
  committed: { manifest: Manifest; text: string } | null;
  /** All release files there are at this moment. */
  released: readonly ReleaseFile[];
  support: Support;
  waivers: readonly Waiver[];
  usage: Usage | null;
  /** The command that writes the committed manifest anew. */
  emit: string;
  now: Date;
};

/** A contract whose clients are asked for, and what they would meet. */
type Compared = { baseline: string; judged: Judged[] };

export type Checked = { problems: string[]; compared: Compared[]; passed: boolean };

/** Compares the router with each supported release and with the committed manifest. */
export function checkContract(input: CheckInput): Checked {
  const { router, committed, released, support, waivers, usage, now } = input;
  const supported = supportedReleases(
    released.map(({ manifest }) => manifest),
    support,
    now,
  );
  const baselines = [
    ...supported.map((manifest) => ({ name: `release ${manifest.contractId}`, manifest })),
    ...(committed === null ? [] : [{ name: "the working tree", manifest: committed.manifest }]),
  ];
  const found = baselines.map(({ name, manifest }) => {
    const findings = diffManifests(manifest, router);
    return { baseline: name, findings: forgiveUnused(findings, usage, support.unusedDays, now) };
  });
  const all: Finding[] = found.flatMap(({ findings }) => findings);
  const problems = [
    ...whyStale(input),
    ...released.flatMap(whyNotFrozen),
    ...applyWaivers(all, waivers, now).problems,
  ];
  const compared = found.map(({ baseline, findings }) => ({
    baseline,
    judged: applyWaivers(findings, waivers, now).judged,
  }));
  const stands = compared.some(({ judged }) => judged.some(isOpen));
  return { problems, compared, passed: problems.length === 0 && !stands };
}

/** Whether a finding fails a check. */
export function isOpen({ verdict, waived }: Judged): boolean {
  return verdict === "breaking" && waived === null;
}

function whyStale({ router, committed, emit }: CheckInput): string[] {
  if (committed === null) return [`There is no committed manifest: run \`${emit}\`.`];
  const { manifest, text } = committed;
  const now = { ...router, releasedAt: manifest.releasedAt };
  if (manifest.contractId === router.contractId && text === manifestText(now)) return [];
  const paths = differing(manifest, router);
  const where = paths.length === 0 ? "words or what holds for all of them" : paths.join(", ");
  return [`The committed manifest is not what the router says, in ${where}: run \`${emit}\`.`];
}

function differing(before: Manifest, after: Manifest): string[] {
  const paths = new Set([...Object.keys(before.procedures), ...Object.keys(after.procedures)]);
  return [...paths]
    .filter((path) => canonical(before.procedures[path]) !== canonical(after.procedures[path]))
    .toSorted();
}

function whyNotFrozen({ name, manifest }: ReleaseFile): string[] {
  const wrong = misnamed(manifest);
  if (name !== `${manifest.contractId}.json`) wrong.push(`it holds ${manifest.contractId}`);
  return wrong.map((why) => `The release file ${name} was changed: ${why}.`);
}
