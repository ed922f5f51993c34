import {
  baseline,
  departure,
  file,
  mail,
  review,
  reviewPart,
  reviewRound,
  roundTurn,
} from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeEngineer } from "../../test/engineers.ts";
import { makePair, type Pair, placeAt, plantPlan } from "../../test/growth.ts";
import { linksOf } from "../../test/mail-subjects.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { INSTANCE_CHAIN } from "../audit/chain.ts";
import { storeUpload } from "../candidate/store-upload.ts";
import { recordCheckIn, replyCheckIn } from "../check-in/index.ts";
import type { Member, StaffMember } from "../context.ts";
import { addEvidence } from "../evidence/index.ts";
import { findLink } from "../identity/links.ts";
import { LIMITS } from "../limits.ts";
import { takeMail } from "../mail/deliver.ts";
import { enterFigure } from "../metric/index.ts";
import { disableMember, enableMember } from "../organization/index.ts";
import { showProgress } from "../progress/index.ts";
import { expectationsOf } from "../review/access.ts";
import { openReview, submitReview } from "../review/index.ts";
import { levelsOfVersion, publishedVersion } from "../ladder/access.ts";
import { eraseLeft, exportRecord, fetchRecord, showRecord } from "./index.ts";
import { HELD } from "./leave.ts";
import { RecordDocument } from "./schemas.ts";
import { readSections } from "./sections.ts";

const harness = useHarness();
const NOW = new Date("2026-11-19T10:00:00.000Z");
const DAY = 86_400_000;
const PDF = Buffer.from("%PDF-1.4\nstartxref\n0\n%%EOF\n");
let pair: Pair;
let who: StaffMember;

beforeAll(async () => {
  pair = await makePair(harness);
});
beforeEach(async () => {
  harness.setClock(NOW);
  who = await makeEngineer(harness, pair.org, pair.boss.memberId);
  await grow(who);
});

const memberId = () => who.memberId;
const at = (days: number) => new Date(NOW.getTime() + days * DAY);

/** Somebody placed, with a check-in that is answered, evidence with a file, a figure, and a review. */
async function grow(of: StaffMember) {
  const { org, boss } = pair;
  const on = { memberId: of.memberId };
  await placeAt(harness, org, of, "2026-11-01");
  await plantPlan(harness, pair, of, `PLANTED ${of.memberId}`);
  const said = { week: "2026-11-16", done: "PLANTED done", blocked: "", confidence: 5, hours: 2 };
  const { id } = await command(harness, org, of, "checkIn.record", recordCheckIn, {
    ...on,
    ...said,
  });
  const reply = { ...on, checkInId: id, revision: 1, reply: "PLANTED reply" };
  await command(harness, org, boss, "checkIn.reply", replyCheckIn, reply);
  const figure = await command(harness, org, of, "metric.enter", enterFigure, {
    ...on,
    metric: "uptime",
    period: "quarter",
    from: "2026-10-01",
    value: 99.95,
    n: null,
  });
  const { uploadId } = await storeUpload(harness.deps, org.slug, { name: "a.pdf", bytes: PDF });
  const view = await query(harness, org, of, "progress.show", showProgress, on);
  const base = {
    ...on,
    note: "",
    competencies: [view.competencies[0]?.key ?? ""],
    day: "2026-11-10",
    url: null,
    uploadId: null,
    figureId: null,
  };
  const add = (input: Parameters<typeof addEvidence>[1]) =>
    command(harness, org, of, "evidence.add", addEvidence, input);
  await add({ ...base, kind: "file", title: "PLANTED file", uploadId });
  await add({ ...base, kind: "metric", title: "PLANTED figure", figureId: figure.id });
}

/** A review in which the manager's side is in and the member's is not. */
async function halfReviewed() {
  const { org, boss } = pair;
  const levels = await harness.within(org.id, async (tx) => {
    const version = await publishedVersion({ read: tx, org }, null);
    return levelsOfVersion({ read: tx, org }, version?.versionId ?? "");
  });
  const levelId = levels[0]?.id ?? "";
  const opened = await command(harness, org, boss, "review.open", openReview, {
    memberId: memberId(),
    levelId,
    dueOn: "2026-12-10",
  });
  const rows = await harness.within(org.id, (tx) => expectationsOf({ read: tx, org }, levelId));
  await command(harness, org, boss, "review.submit", submitReview, {
    reviewId: opened.id,
    content: {
      summary: "SEALED summary",
      ratings: rows.map(({ competencyId }) => ({
        competencyId,
        rating: "yes" as const,
        notAssessedReason: "",
        evidence: "SEALED words of the manager's side",
      })),
    },
  });
}

/** That the open review is of a round, as the round keeps it. */
async function tookTheirTurn() {
  const orgId = pair.org.id;
  await harness.within(orgId, async (tx) => {
    const roundId = crypto.randomUUID();
    const [open] = await tx.select().from(review).where(eq(review.memberId, memberId()));
    const of = { quarter: "2026-Q4", establishment: "*", openedAt: NOW, openedBy: null };
    await tx
      .insert(reviewRound)
      .values({ orgId, id: roundId, ...of, dueAt: at(21), filledAt: null });
    await tx.insert(roundTurn).values({
      orgId,
      quarter: "2026-Q4",
      memberId: memberId(),
      roundId,
      reviewId: open?.id ?? null,
      skipped: null,
    });
    await tx.insert(baseline).values({
      orgId,
      memberId: memberId(),
      openedAt: null,
      sharedAt: null,
      remark: "",
      objectedAt: NOW,
      objection: "PLANTED objection",
    });
  });
}

const exported = (by: Member) =>
  command(harness, pair.org, by, "record.export", exportRecord, { memberId: memberId() });
const instance = { id: INSTANCE_CHAIN, slug: "", name: "Rubric" };
const fetched = (token: string) =>
  command(harness, instance, { kind: "anyone" }, "record.fetch", fetchRecord, { token });
const disable = () =>
  command(harness, pair.org, pair.cast.admin, "organization.disableMember", disableMember, {
    memberId: memberId(),
  });

/** The letters to the member, as the worker writes them now; the tokens in their links. */
async function tokens(): Promise<string[]> {
  const rows = await harness.within(pair.org.id, (tx) =>
    tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(eq(mail.orgId, pair.org.id), eq(mail.recipientId, memberId()))),
  );
  const found: string[] = [];
  for (const { id } of rows) {
    const publicUrl = "https://rubric.test";
    const deps = { db: harness.connection.db, limits: LIMITS, publicUrl, now: () => NOW };
    const taken = await takeMail(deps, { orgId: pair.org.id, id });
    const token = /\/record\/([a-z0-9]+)/.exec(taken?.mail.text ?? "")?.[1];
    if (token !== undefined) found.push(token);
  }
  return found;
}
const erase = (now: Date) =>
  harness.within(pair.org.id, (tx) => eraseLeft({ tx, org: pair.org, clock: now }));

describe("record.show and record.export", () => {
  it("hold all of it for the person, files included, with one audit entry without a word of it", async () => {
    const document = await exported(who);
    expect(RecordDocument.parse(document)).toEqual(document);
    const { sections } = document;
    expect(sections.ladder).toHaveLength(1);
    const planted = `PLANTED ${memberId()}`;
    expect(sections.plans).toMatchObject([
      {
        state: "ended",
        endReason: `${planted} end`,
        agreements: [{ side: "manager", by: pair.boss.name }, { side: "self" }],
        gaps: [{ by: "baseline", size: 3 }],
        items: [
          {
            title: `${planted} item`,
            summary: `${planted} summary`,
            portions: [{ week: 1, hours: 4 }],
            why: { because: "gap", left: 3, nth: 1 },
            done: { shown: `${planted} shown` },
          },
        ],
      },
    ]);
    expect(sections.checkIns).toMatchObject([
      { week: "2026-11-16", done: "PLANTED done", reply: { by: pair.boss.name } },
    ]);
    expect(sections.metrics).toMatchObject([{ name: "Uptime", target: "at least 99.9" }]);
    const held = sections.evidence.find((one) => one.kind === "file")?.file;
    expect(Buffer.from(held?.base64 ?? "", "base64")).toEqual(PDF);
    const entries = (await auditTrail(harness, pair.org.id)).filter(
      (one) => one.action === "record.export" && one.subjectId === memberId(),
    );
    expect(entries).toHaveLength(1);
    const { counts } = await query(harness, pair.org, who, "record.show", showRecord, {
      memberId: memberId(),
    });
    expect(counts).toContainEqual({ section: "evidence", count: 2 });
  });

  it("hold nobody else's", async () => {
    const other = await makeEngineer(harness, pair.org, pair.boss.memberId);
    await plantPlan(harness, pair, other, "OTHERS");
    expect(JSON.stringify(await exported(who))).not.toContain("OTHERS");
  });

  it("law 1: are the person's, not the manager's; and tell of no sealed side", async () => {
    await halfReviewed();
    expect(JSON.stringify(await exported(who))).not.toContain("SEALED");
    expect(await refusal(exported(pair.boss))).toBe("FORBIDDEN");
    expect(await refusal(exported(pair.cast.admin))).toBe("NOT_FOUND");
    const shown = query(harness, pair.org, pair.boss, "record.show", showRecord, {
      memberId: memberId(),
    });
    expect(await shown).toMatchObject({ mine: "manager", counts: [] });
    harness.setClock(at(30));
    expect(JSON.stringify(await exported(who))).toContain("SEALED");
  });
});

describe("who leaves", () => {
  it("fetches the record by the link of the e-mail, which reads nothing else and is kept as a hash", async () => {
    await disable();
    const [token = "", ...others] = await tokens();
    expect(others).toEqual([]);
    const document = await fetched(token);
    expect(document.sections.checkIns).toHaveLength(1);
    expect(document.sections.plans).toHaveLength(1);
    expect((await fetched(token)).person).toEqual(document.person);
    const links = await linksOf(harness, memberId());
    expect(links).toMatchObject([{ kind: "record", orgId: pair.org.id, days: 30 }]);
    expect(JSON.stringify(links)).not.toContain(token);
    for (const kind of ["invitation", "password_reset", "candidate", "export"] as const) {
      expect(await findLink(harness.connection.db, kind, token, NOW)).toBeNull();
    }
    const trail = await auditTrail(harness, INSTANCE_CHAIN);
    expect(trail.filter((one) => one.action === "record.fetch")).not.toHaveLength(0);
    expect(await refusal(fetched("0".repeat(token.length)))).toBe("LINK_INVALID");
  });

  it("finds nothing by it after thirty days, and then nothing is held", async () => {
    await halfReviewed();
    await tookTheirTurn();
    await disable();
    const [token = ""] = await tokens();
    expect(await erase(at(29))).toBe(0);
    harness.setClock(at(29));
    expect((await fetched(token)).sections.ladder).toHaveLength(1);
    harness.setClock(at(30));
    expect(await refusal(fetched(token))).toBe("LINK_INVALID");
    expect(await erase(at(30))).toBeGreaterThan(0);
    expect(await erase(at(30))).toBe(0);
    const left = await harness.within(pair.org.id, async (tx) => {
      const of = { read: tx, org: pair.org, clock: at(30) };
      return {
        sections: await readSections(of, memberId()),
        files: await tx.select({ id: file.id }).from(file).where(eq(file.memberId, memberId())),
        reviews: await tx.select().from(review).where(eq(review.memberId, memberId())),
        turns: await tx.select().from(roundTurn).where(eq(roundTurn.memberId, memberId())),
        held: await Promise.all(
          HELD.map((table) => tx.$count(table, eq(table.memberId, memberId()))),
        ),
        parts: await tx
          .select({ id: reviewPart.id })
          .from(reviewPart)
          .innerJoin(review, eq(review.id, reviewPart.reviewId))
          .where(eq(review.memberId, memberId())),
      };
    });
    expect(Object.values(left.sections).flat()).toEqual([]);
    expect([...left.files, ...left.reviews, ...left.parts, ...left.turns]).toEqual([]);
    expect(new Set(left.held)).toEqual(new Set([0]));
  });

  it("is there again: nothing is erased, and the way without an account is closed", async () => {
    await disable();
    const [token = ""] = await tokens();
    await command(harness, pair.org, pair.cast.admin, "organization.enableMember", enableMember, {
      memberId: memberId(),
    });
    expect(await refusal(fetched(token))).toBe("LINK_INVALID");
    expect(await erase(at(31))).toBe(0);
    expect((await exported(who)).sections.checkIns).toHaveLength(1);
  });

  it("is written nothing where nothing is held", async () => {
    const grown = who;
    who = await makeEngineer(harness, pair.org, null);
    await disable();
    expect(await tokens()).toEqual([]);
    const rows = await harness.within(pair.org.id, (tx) =>
      tx.select().from(departure).where(eq(departure.memberId, memberId())),
    );
    expect(rows).toEqual([]);
    expect(grown.memberId).not.toBe(memberId());
  });
});
