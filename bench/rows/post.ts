import type { Row } from "../rig/rig.ts";
import { claimAtMost, kilobytes, milliseconds, plain } from "../web/claims.ts";
import { measureEmptyPage } from "../web/empty-app.ts";
import { measurePost, SLOWER } from "../web/post.ts";
import { withSystem } from "../web/system.ts";

const ABOVE_NEXT = 10_000;
const LCP = 1_200;
const CLS = 0.02;

/** A job's public page: what it loads beyond Next itself, when it stands there, whether it jumps. */
export const post: Row = {
  name: "post",
  title: `A public job's page on a processor ${SLOWER} times slower`,
  apart: true,
  measure: async () => {
    const empty = measureEmptyPage();
    const found = await withSystem(measurePost);
    const above = found.scripts - empty.bytes;
    return {
      claims: [
        claimAtMost("post: JavaScript above Next's own, gzipped", above, ABOVE_NEXT, kilobytes),
        claimAtMost("post: LCP", found.lcp, LCP, milliseconds),
        claimAtMost("post: CLS", found.cls, CLS, plain),
      ],
      detail: { empty, ...found },
    };
  },
};
