import type { Row } from "../rig/rig.ts";
import { list } from "./list.ts";
import { memory } from "./memory.ts";
import { steady } from "./steady.ts";
import { submit } from "./submit.ts";

/** What `npm run bench` measures, in this order. A further row is a file beside these and a line here. */
export const ROWS: readonly Row[] = [list, steady, submit, memory];
