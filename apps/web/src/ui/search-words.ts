import { SEARCH_LENGTH } from "@rubric/domain/wire";
import { createParser } from "nuqs/server";

/** What is looked for, in the page's own address: no more of it than can be asked for. */
export const parseAsSearch = createParser({
  parse: (words) => words.slice(0, SEARCH_LENGTH),
  serialize: (words) => words,
});
