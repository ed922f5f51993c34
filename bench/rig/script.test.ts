import { describe, expect, it } from "vitest";
import { fill, scriptOf } from "./script.ts";

const id = (n: number) => `01a20403-724f-794a-ba09-${String(n).padStart(12, "0")}`;

/** A command of two statements, as it would be sent for a scorecard by somebody at some time. */
function recorded(scorecardId: string, name: string, fresh: { event: string; second: number }) {
  const at = `2026-11-22T16:07:${fresh.second}.998Z`;
  const answer = JSON.stringify({ id: scorecardId, author: name, at });
  const data: unknown = JSON.parse(answer);
  return {
    facts: { scorecardId, name },
    answer: { result: { data } },
    statements: [
      { text: "insert into event", params: JSON.stringify([id(1), fresh.event, scorecardId, 3]) },
      { text: "update idempotency", params: JSON.stringify([answer, fresh.event, null]) },
    ],
  };
}

describe("a script of two recordings", () => {
  const first = recorded(id(2), "Recruiter 1", { event: id(3), second: 10 });
  const second = recorded(id(4), "Recruiter 12", { event: id(5), second: 11 });
  const script = scriptOf(first, second);
  const filled = () => {
    const made = new Map<number, string>();
    const facts = { scorecardId: id(9), name: "Somebody" };
    return script.statements.map(({ params }): unknown => JSON.parse(fill(params, facts, made)));
  };

  it("keeps what was the same, puts facts in, and makes anew what differed, once per request", () => {
    const [event, kept] = filled();
    expect(event).toEqual([id(1), expect.any(String), id(9), 3]);
    const made: unknown = Array.isArray(event) ? event[1] : null;
    expect(made).toMatch(/^[0-9a-f-]{36}$/);
    expect([id(3), id(5)]).not.toContain(made);
    expect(kept).toEqual([expect.stringContaining('"author":"Somebody"'), made, null]);
    expect(filled()).not.toEqual([event, kept]);
  });

  it("knows where the answer is kept", () => {
    expect(script.answer).toEqual({ statement: 1, param: 0 });
  });

  it("is refused where something else differs, or nothing keeps the answer", () => {
    const other = { ...second, statements: second.statements.slice(1) };
    expect(() => scriptOf(first, other)).toThrow("more statements");
    const [, update] = second.statements;
    const odd = [
      { text: "insert into event", params: '["x"]' },
      update ?? { text: "", params: "" },
    ];
    expect(() => scriptOf(first, { ...second, statements: odd })).toThrow();
    const elsewhere = { ...first, answer: { result: { data: "elsewhere" } } };
    expect(() => scriptOf(elsewhere, second)).toThrow("No statement keeps the answer.");
  });

  it("does not send a statement without a fact", () => {
    const [event] = script.statements;
    expect(() => fill(event?.params ?? [], {}, new Map())).toThrow('"scorecardId" is not known');
  });
});
