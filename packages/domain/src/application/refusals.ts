import { type Denial, explain } from "../errors.ts";
import type { SentenceView } from "./schemas.ts";

/** Each refusal once, however many cards it stands on; they point to it by its index. */
export class Refusals {
  readonly all: SentenceView[] = [];
  readonly #known = new Map<string, number>();

  /** The index of a refusal's sentence; null for none. */
  at(denial: Denial | null): number | null {
    if (denial === null) return null;
    const said = explain(denial);
    const key = JSON.stringify(said);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.all.length);
    return this.all.push(said) - 1;
  }
}
