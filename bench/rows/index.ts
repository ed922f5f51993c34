import type { Row } from "../rig/rig.ts";
import { board } from "./board.ts";
import { developers } from "./developers.ts";
import { list } from "./list.ts";
import { memory } from "./memory.ts";
import { post } from "./post.ts";
import { scale } from "./scale.ts";
import { search } from "./search.ts";
import { steady } from "./steady.ts";
import { submit } from "./submit.ts";

/** What `npm run bench` measures, in this order. A further row is a file beside these and a line here. */
export const ROWS: readonly Row[] = [
  list,
  steady,
  submit,
  memory,
  search,
  scale,
  post,
  board,
  developers,
];
