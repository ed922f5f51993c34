import { z } from "zod";
import type { Recording } from "./recorded.ts";

/** A piece of a parameter: as it is, a fact of the request, or something new with each request. */
const Piece = z.union([
  z.string(),
  z.object({ fact: z.string() }),
  z.object({ fresh: z.enum(["id", "instant", "hex"]), nth: z.int() }),
]);
type Piece = z.infer<typeof Piece>;

/** Statements to be sent again for other facts; `answer` is the statement that keeps the answer. */
export const Script = z.object({
  statements: z.array(z.object({ text: z.string(), params: z.array(Piece) })),
  answer: z.object({ statement: z.int(), param: z.int() }),
});
export type Script = z.infer<typeof Script>;

/** What is known of a request before it is made, by name. */
export type Facts = Readonly<Record<string, string>>;

const VARYING = [
  "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
  "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z",
  "[0-9a-f]{32,}",
].join("|");

/**
 * Makes a script of two recordings of the same command: what is a fact of each request is replaced by
 * its name, and what else differs is made anew each time.
 * @throws Error where they differ in anything but ids, instants and digests.
 */
export function scriptOf(
  first: Recording & { facts: Facts },
  second: Recording & { facts: Facts },
): Script {
  if (first.statements.length !== second.statements.length)
    throw new Error("The same command sent more statements once than another time.");
  const fresh = new Map<string, number>();
  const statements = first.statements.map(({ text, params }, n) => {
    const other = second.statements[n];
    if (other?.text !== text) throw new Error(`Statement ${n} is not the same each time: ${text}`);
    return { text, params: pieces(split(params, first.facts), split(other.params, second.facts)) };
  });
  return { statements, answer: answerIn(first) };

  function pieces(one: readonly Piece[], another: readonly Piece[]): Piece[] {
    return one.map((piece, n) => {
      const there = another[n];
      if (JSON.stringify(piece) === JSON.stringify(there)) return piece;
      const kind = typeof piece === "string" ? kindOf(piece) : null;
      if (typeof piece !== "string" || typeof there !== "string" || kind !== kindOf(there))
        throw new Error(`Nobody knows what to send instead of ${JSON.stringify(piece)}.`);
      if (kind === null) throw new Error(`"${piece}" became "${there}": neither is made anew.`);
      if (!fresh.has(piece)) fresh.set(piece, fresh.size);
      return { fresh: kind, nth: fresh.get(piece) ?? 0 };
    });
  }
}

/** The parameters of a statement of the script, as JSON, for these facts. */
export function fill(params: readonly Piece[], facts: Facts, made: Map<number, string>): string {
  return params
    .map((piece) => {
      if (typeof piece === "string") return piece;
      if ("fact" in piece) return facts[piece.fact] ?? missing(piece.fact);
      const known = made.get(piece.nth) ?? make(piece.fresh);
      made.set(piece.nth, known);
      return known;
    })
    .join("");
}

function missing(fact: string): never {
  throw new Error(`The fact "${fact}" is not known.`);
}

function make(kind: "id" | "instant" | "hex"): string {
  if (kind === "id") return crypto.randomUUID();
  if (kind === "instant") return new Date().toISOString();
  return (crypto.randomUUID() + crypto.randomUUID()).replaceAll("-", "");
}

/** The text in pieces: facts by their names, whatever may vary by itself, and what lies between. */
function split(text: string, facts: Facts): Piece[] {
  const names = new Map(Object.entries(facts).map(([name, value]) => [value, name]));
  const values = [...names.keys()].map((value) => value.replaceAll(/\W/g, "\\$&"));
  const anything = new RegExp([...values, VARYING].join("|"), "g");
  const found: Piece[] = [];
  let from = 0;
  for (const { 0: value, index } of text.matchAll(anything)) {
    const fact = names.get(value);
    found.push(text.slice(from, index), fact === undefined ? value : { fact });
    from = index + value.length;
  }
  return [...found, text.slice(from)];
}

function kindOf(text: string): "id" | "instant" | "hex" | null {
  if (/^[0-9a-f]{8}-/.test(text)) return "id";
  if (/^\d{4}-.*Z$/.test(text)) return "instant";
  return /^[0-9a-f]+$/.test(text) ? "hex" : null;
}

const Answer = z.object({ result: z.object({ data: z.unknown() }) });

/** Which parameter of which statement holds the answer that is kept beside the key. */
function answerIn({ statements, answer }: Recording): Script["answer"] {
  const wanted = JSON.stringify(Answer.parse(answer).result.data);
  for (const [statement, { params }] of statements.entries()) {
    const list = z.array(z.unknown()).parse(JSON.parse(params));
    const param = list.findIndex((one) => one === wanted || JSON.stringify(one) === wanted);
    if (param !== -1) return { statement, param };
  }
  throw new Error("No statement keeps the answer.");
}
