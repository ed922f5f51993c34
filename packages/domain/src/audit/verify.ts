import { detailDigest } from "./digest.ts";
import { type ChainedEntry, entryHash, GENESIS } from "./chain.ts";
import type { Checkpoint } from "./checkpoint.ts";

type StoredEntry = ChainedEntry & { hash: string };

type StoredDetail = {
  salt: string;
  details: Record<string, unknown> | null;
  erasedAt: Date | null;
  erasedReason: string | null;
};

/** The action whose entries explain emptied details, and how a detail names its erasure. */
const ERASING = "retention.eraseCandidate";
export const erasureMark = (erasureId: string) => `erasure:${erasureId}`;

type FindingKind =
  | "changed"
  | "missing"
  | "relinked"
  | "back_dated"
  | "truncated"
  | "forked"
  | "detail_changed"
  | "detail_missing"
  | "detail_emptied"
  | "head";

/** What is not as it was written, and between which entries. */
export type Finding = { kind: FindingKind; from: number; to: number };

export type Verification = {
  /** How many entries were read. */
  entries: number;
  /** The last entry up to which everything holds. */
  verifiedTo: number;
  /** The newest checkpoint that the chain agrees with. */
  anchor: Checkpoint | null;
  /** Entries younger than that checkpoint. */
  notYetAnchored: number;
  /** Details that were emptied by an erasure that the chain itself records. */
  erasedDetails: number;
  findings: Finding[];
};

export type Verifier = {
  /** The next stored entry, in the order of their sequence, with its detail. */
  take(entry: StoredEntry, detail: StoredDetail | null): void;
  finish(head: { sequence: number; hash: string } | null): Verification;
};

const MOST_FINDINGS = 100;

/**
 * Verifies one chain. Pure: entries, details and checkpoints come in, findings go out. Without
 * checkpoints it finds what was changed without recomputing the hashes after it; with them also
 * what was: then the position is the stretch since the last checkpoint that still holds.
 */
export function startVerification(checkpoints: readonly Checkpoint[]): Verifier {
  const anchors = Map.groupBy(checkpoints, (one) => one.sequence);
  const findings: Finding[] = [];
  const emptied = new Map<string, number[]>();
  const explained = new Map<string, number>();
  const last = { sequence: 0, hash: GENESIS, at: new Date(0) };
  let entries = 0;
  let anchor: Checkpoint | null = null;
  let diverged = false;

  function found(kind: FindingKind, from: number, to = from): void {
    if (findings.length < MOST_FINDINGS) findings.push({ kind, from, to });
  }

  function checkAnchors(entry: StoredEntry): void {
    for (const checkpoint of anchors.get(entry.sequence) ?? []) {
      if (checkpoint.hash === entry.hash && !diverged) {
        anchor = checkpoint;
      } else if (checkpoint.hash !== entry.hash && !diverged) {
        diverged = true;
        found("forked", (anchor?.sequence ?? 0) + 1, entry.sequence);
      }
    }
  }

  function checkDetail(entry: StoredEntry, detail: StoredDetail | null): void {
    if (detail === null) return found("detail_missing", entry.sequence);
    if (detail.details === null) {
      const mark = detail.erasedReason ?? "";
      emptied.set(mark, [...(emptied.get(mark) ?? []), entry.sequence]);
      return;
    }
    if (detailDigest(detail.salt, detail.details) !== entry.detailDigest) {
      return found("detail_changed", entry.sequence);
    }
    if (entry.action === ERASING) {
      explained.set(erasureMark(entry.subjectId), emptiedCount(detail.details));
    }
  }

  return {
    take(entry, detail) {
      entries += 1;
      const { sequence } = entry;
      const gap = sequence !== last.sequence + 1;
      if (gap) found("missing", last.sequence + 1, sequence - 1);
      if (entryHash(entry) !== entry.hash) found("changed", sequence);
      else if (!gap && entry.previousHash !== last.hash) found("relinked", sequence);
      if (entry.at < last.at) found("back_dated", sequence);
      checkDetail(entry, detail);
      checkAnchors(entry);
      Object.assign(last, { sequence, hash: entry.hash, at: entry.at });
    },
    finish(head) {
      const furthest = Math.max(0, ...anchors.keys());
      if (furthest > last.sequence) found("truncated", last.sequence + 1, furthest);
      if (head !== null && (head.sequence !== last.sequence || head.hash !== last.hash)) {
        found("head", last.sequence);
      }
      let erasedDetails = 0;
      for (const [mark, sequences] of emptied) {
        if (explained.get(mark) === sequences.length) erasedDetails += sequences.length;
        else found("detail_emptied", Math.min(...sequences), Math.max(...sequences));
      }
      const firstWrong = Math.min(...findings.map((finding) => finding.from), last.sequence + 1);
      return {
        entries,
        verifiedTo: firstWrong - 1,
        anchor,
        notYetAnchored: Math.max(0, last.sequence - (anchor?.sequence ?? 0)),
        erasedDetails,
        findings: findings.toSorted((a, b) => a.from - b.from),
      };
    },
  };
}

/** How many details an erasure says it emptied. */
function emptiedCount(details: Record<string, unknown>): number {
  const { after } = details;
  if (typeof after !== "object" || after === null || !("emptied" in after)) return 0;
  return typeof after.emptied === "number" ? after.emptied : 0;
}
