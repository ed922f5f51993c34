import { newId } from "@rubric/db";
import { candidate, candidateTerm } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { useHarness } from "../../test/harness.ts";
import { keepMissingTerms } from "./keep-terms.ts";
import { fold, nearOf, termsOf, wordsOf } from "./terms.ts";

const harness = useHarness();

const people = [
  ["Ada Lovelace", "ada@people.test", "Backend engineer, payments"],
  ["Jörg Müßig-Straßer", "joerg.m-uessig+jobs@people.test", "C++ / Rust • 10 yrs"],
  ["Renée O’Shaughnessy", "r.o'shaughnessy@people.test", ""],
  ["ÅSA ØSTBYE ÆRØ", "asa_ostbye@people.test", "Łódź"],
  ["İlker Işık Þór", "ilker@people.test", "ΟΔΥΣΣΕΥΣ ὀδός"],
  ["山田 太郎", "yamada.taro@people.test", "バックエンド エンジニア"],
  ["김 철수", "kim@people.test", "（Ｆｕｌｌ）ｗｉｄｔｈ — ﬁn"],
  ["Али́са Ёлкина", "alisa@people.test", "бэкенд"],
  ["Bo Li Max", "x@people.test", "a a a"],
  ["Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren Jr", "w@people.test", "one"],
  ["one two three four five six seven eight nine ten eleven twelve thirteen", "n@p.test", ""],
  ["%_\\ ''", "..@people.test", "' or 1=1 --"],
] as const;

describe("what a person is found by", () => {
  it("is their name without accents, its words, and these without one of their letters", () => {
    const person = { name: "Jo Ödl Weiß", email: "jo.weiss@p.test", headline: "Weiß IT" };
    const terms = termsOf(person).map(({ kind, term }) => `${kind} ${term}`);
    expect(terms).toEqual([
      "whole jo odl weiss",
      "name jo",
      "name odl",
      "name weiss",
      "mail jo.weiss@p.test",
      "mail weiss",
      "line weiss",
      "line it",
      "near odl",
      "near weiss",
      "near eiss",
      "near wiss",
      "near wess",
      "near weis",
    ]);
  });

  it.each([
    ["smith", "smyth"],
    ["smith", "smiht"],
    ["smith", "smth"],
    ["smith", "smitth"],
    ["jon", "john"],
  ])("has %s and %s meet, and not two slips", (one, two) => {
    const near = new Set(nearOf(one));
    expect(nearOf(two).some((term) => near.has(term))).toBe(true);
    expect(nearOf(`${two}xy`).some((term) => near.has(term))).toBe(false);
  });

  it("is kept by the worker of those whom an earlier version wrote down", async () => {
    const { org } = await makeOrg(harness);
    const made = people.map(([name, email, headline]) => ({ id: newId(), name, email, headline }));
    const rest = { phone: "", location: "", links: [], createdAt: new Date() };
    await harness.within(org.id, (tx) =>
      tx.insert(candidate).values(made.map((one) => ({ orgId: org.id, ...one, ...rest }))),
    );
    const { db } = harness.connection;
    expect(await keepMissingTerms(db, org.id)).toBe(people.length);
    expect(await keepMissingTerms(db, org.id)).toBe(0);
    const rows = await harness.within(org.id, (tx) =>
      tx.select().from(candidateTerm).where(eq(candidateTerm.orgId, org.id)),
    );
    const kept = rows.map(({ candidateId, kind, term }) => `${candidateId} ${kind} ${term}`);
    const expected = made.flatMap(({ id, ...person }) =>
      termsOf(person).map(({ kind, term }) => `${id} ${kind} ${term}`),
    );
    expect(kept.toSorted()).toEqual(expected.toSorted());
  });

  it("has a word once, of at most 40 letters, and of a text at most twelve", () => {
    expect(wordsOf("a b A á")).toEqual(["a", "b"]);
    expect(wordsOf("x".repeat(50))).toEqual(["x".repeat(40)]);
    expect(wordsOf(Array.from({ length: 20 }, (_, n) => `w${n}`).join(" "))).toHaveLength(12);
    expect(fold("Ǻﬃ")).toBe("affi");
  });
});
