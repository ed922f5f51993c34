import type { ReviewView } from "@rubric/domain/review/schemas";
import { describe, expect, it } from "vitest";
import { agreementWords, comparedRows, markOf } from "./compared.ts";
import {
  lackingWords,
  NOTHING,
  partsOf,
  same,
  stillMissing,
  toSend,
  whyNotSend,
  whyUnsavable,
  withEntry,
  withJudgement,
} from "./content.ts";

const row = (competencyId: string, required = true): ReviewView["rows"][number] => ({
  competencyId,
  key: competencyId,
  name: competencyId.toUpperCase(),
  theme: "Data",
  required,
  anchor: "Does it.",
});
const rows = [row("a"), row("b"), row("c", false)];

const keysOf = ({ unrated, unfounded }: ReturnType<typeof stillMissing>) => ({
  unrated: unrated.map(({ key }) => key),
  unfounded: unfounded.map(({ key }) => key),
});

describe("one's own side of a review", () => {
  it("says what of it cannot be saved, before anything else", () => {
    const view = { rows, extremeEvidenceLength: 20 };
    const long = withEntry(NOTHING, "b", { evidence: "x".repeat(10_001) });
    expect(whyUnsavable(long, view)).toBe("B: At most 10000 characters.");
    expect(whyNotSend(long, view)?.sentence).toBe("B: At most 10000 characters.");
    expect(whyUnsavable({ ...NOTHING, summary: "x".repeat(10_001) }, view)).toBe(
      "In short: At most 10000 characters.",
    );
    expect(whyUnsavable(NOTHING, view)).toBeNull();
  });

  it("says what is still to rate, and what an extreme mark lacks", () => {
    const begun = withEntry(withJudgement(NOTHING, "a", "strong_yes"), "a", { evidence: "Short." });
    const view = { rows, extremeEvidenceLength: 20 };
    expect(keysOf(stillMissing(begun, view))).toEqual({ unrated: ["b"], unfounded: ["a"] });
    expect(lackingWords(begun.ratings[0] ?? rowless, 20)).toBe(14);
    expect(whyNotSend(begun, view)).not.toBeNull();
    const left = withEntry(begun, "b", { notAssessedReason: "Nothing to see." });
    const whole = withEntry(left, "a", { evidence: "Did it twice, both times alone." });
    expect(keysOf(stillMissing(whole, view))).toEqual({ unrated: [], unfounded: [] });
    expect(whyNotSend(whole, view)).toBeNull();
  });

  it("takes the reason back once a mark is given, and sends nothing empty", () => {
    const left = withEntry(NOTHING, "a", { notAssessedReason: "Nothing to see." });
    expect(withJudgement(left, "a", "yes").ratings[0]?.notAssessedReason).toBe("");
    expect(toSend(withJudgement(NOTHING, "a", "not_assessed")).ratings).toEqual([]);
  });

  it("is the same in whatever order it was written", () => {
    const one = withJudgement(withJudgement(NOTHING, "a", "yes"), "b", "no");
    const other = withJudgement(withJudgement(NOTHING, "b", "no"), "a", "yes");
    expect(same(one, other)).toBe(true);
    expect(same(one, withJudgement(other, "a", "mixed"))).toBe(false);
  });
});

describe("what a side says", () => {
  it("stands part by part, as the form asks it", () => {
    const judged = withJudgement({ ...NOTHING, summary: "Grows." }, "b", "yes");
    const written = withEntry(judged, "b", { evidence: "Led the cut-over." });
    const said = withEntry(written, "c", { notAssessedReason: "Nothing to see." });
    const parts = partsOf(said, { rows });
    expect(parts.map((part) => part.of)).toEqual(["A", "B", "C", "In short"]);
    expect(parts.map((part) => part.text)).toEqual([
      "",
      expect.stringContaining("Led the cut-over."),
      expect.stringContaining("Nothing to see."),
      "Grows.",
    ]);
  });
});

const rowless = { competencyId: "", rating: null, notAssessedReason: "", evidence: "" };

describe("both sides", () => {
  const side = (content: typeof NOTHING) => ({
    state: "submitted" as const,
    submitted: { by: "Somebody", at: "2030-01-01T00:00:00.000Z", afterReading: false, content },
  });
  const self = withJudgement(withJudgement(NOTHING, "a", "yes"), "b", "no");
  const manager = withEntry(
    withJudgement(withJudgement(NOTHING, "a", "yes"), "b", "strong_yes"),
    "c",
    {
      notAssessedReason: "Nothing to see.",
    },
  );
  const view = (mine: "self" | "manager") => ({
    mine,
    rows,
    own: { ...side(mine === "self" ? self : manager), draft: null },
    other: side(mine === "self" ? manager : self),
  });

  it.each(["self", "manager"] as const)(
    "stand the same way for each reader, the furthest apart first: %s",
    (mine) => {
      const compared = comparedRows({ ...whole, ...view(mine) });
      expect(compared.map(({ row: { key }, apart }) => [key, apart])).toEqual([
        ["b", 3],
        ["a", 0],
        ["c", null],
      ]);
      expect(compared.map((one) => [markOf(one.self), markOf(one.manager)])).toEqual([
        ["no", "strong_yes"],
        ["yes", "yes"],
        [null, "not_assessed"],
      ]);
      expect(agreementWords(compared)).toContain(
        "same mark to 1 of 2 competencies, one mark apart in 0, further apart in 1",
      );
    },
  );
});

const whole: ReviewView = {
  id: "1",
  member: { id: "2", name: "Ada" },
  manager: null,
  framework: { id: "3", name: "Backend", versionId: "4", number: 1 },
  level: { id: "5", key: "senior", name: "Senior" },
  state: "open",
  openedAt: "2030-01-01T00:00:00.000Z",
  dueAt: "2030-01-02T00:00:00.000Z",
  extremeEvidenceLength: 20,
  mine: "self",
  own: { state: "owed", submitted: null, draft: null },
  other: { state: "owed", submitted: null },
  sealed: null,
  alone: null,
  rows,
  outcome: "",
  closedAt: null,
  answer: "",
  answeredAt: null,
  may: { submit: null, close: null, cancel: null, answer: null },
};
