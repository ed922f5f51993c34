import { newId } from "@rubric/db";
import { candidate, candidateTerm } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { useHarness } from "../../test/harness.ts";
import { keepMissingTerms, signTerms } from "./keep-terms.ts";
import { fold, nearOf, signatureOf, termsOf, wordsOf } from "./terms.ts";

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
    const kept = async (keep: typeof signTerms) => {
      expect(await keep(db, org.id)).toBe(people.length);
      expect(await keep(db, org.id)).toBe(0);
      const rows = await harness.within(org.id, (tx) =>
        tx.select().from(candidateTerm).where(eq(candidateTerm.orgId, org.id)),
      );
      return rows.map((one) => `${one.candidateId} ${one.kind} ${one.term} ${one.signature}`);
    };
    const expected = made.flatMap(({ id, ...person }) =>
      termsOf(person).map(({ kind, term, signature }) => `${id} ${kind} ${term} ${signature}`),
    );
    expect((await kept(keepMissingTerms)).toSorted()).toEqual(expected.toSorted());
    // As the first version with terms kept them.
    await harness.within(org.id, (tx) => tx.update(candidateTerm).set({ signature: null }));
    expect((await kept(signTerms)).toSorted()).toEqual(expected.toSorted());
  });

  it("has a signature that has that of each beginning of its words, and of few others", () => {
    const has = (all: bigint, some: bigint) => BigInt.asIntN(64, all & some) === some;
    let strangers = 0;
    let met = 0;
    for (const [name, email, headline] of people) {
      const terms = termsOf({ name, email, headline });
      for (const { kind, term, signature } of terms) {
        expect(signature === null, kind).toBe(kind === "whole" || kind === "near");
        if (signature === null) continue;
        expect(signature).toBe(BigInt.asIntN(64, signature));
        const letters = Array.from(term);
        for (const length of letters.keys()) {
          const beginning = letters.slice(0, length + 1).join("");
          expect(has(signature, signatureOf([beginning])), `${term}: ${beginning}`).toBe(true);
        }
      }
      const signature = terms.find(({ kind }) => kind === "mail")?.signature ?? 0n;
      for (let n = 0; n < 1000; n += 1) {
        strangers += 1;
        if (has(signature, signatureOf([`${n}xyz`]))) met += 1;
      }
    }
    expect(met / strangers).toBeGreaterThan(0);
    expect(met / strangers).toBeLessThan(0.4);
  });

  it("has a word once, of at most 40 letters, and of a text at most twelve", () => {
    expect(wordsOf("a b A á")).toEqual(["a", "b"]);
    expect(wordsOf("x".repeat(50))).toEqual(["x".repeat(40)]);
    expect(wordsOf(Array.from({ length: 20 }, (_, n) => `w${n}`).join(" "))).toHaveLength(12);
    expect(fold("Ǻﬃ")).toBe("affi");
  });
});
