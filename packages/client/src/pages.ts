import { PAGES } from "./contract.generated.ts";

/**
 * The rows of all pages of a query, fetched page by page. `ask` sends one; throws where the
 * procedure answers in one piece, or gives the same cursor twice.
 */
export async function* rowsOf(
  path: string,
  input: unknown,
  ask: (input: object) => Promise<unknown>,
): AsyncGenerator<unknown, void, undefined> {
  const place = Object.entries(PAGES).find(([name]) => name === path)?.[1];
  if (place === undefined) throw new TypeError(`${path} answers in one piece: use query.`);
  const given = typeof input === "object" && input !== null ? input : {};
  const seen = new Set<unknown>();
  let from: object = given;
  while (true) {
    const page = new Map<string, unknown>(Object.entries(Object(await ask(from))));
    const rows = page.get(place.items);
    if (Array.isArray(rows)) yield* rows;
    const cursor = page.get(place.cursor) ?? null;
    if (cursor === null) return;
    if (seen.has(cursor)) throw new Error(`${path} gave the same cursor twice.`);
    seen.add(cursor);
    from = { ...given, cursor };
  }
}
