import { departure } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { mintLink } from "../../identity/links.ts";
import type { Template } from "../letter.ts";
import { dayWords } from "../wording.ts";

/** To who left: the way to the record of their growth until it is erased. The subject is the member. */
const left: Template = async (ctx) => {
  const { org, clock, recipient, timeZone } = ctx;
  const [row] = await ctx.read
    .select({ until: departure.eraseAfter })
    .from(departure)
    .where(
      and(
        eq(departure.orgId, org.id),
        eq(departure.memberId, recipient.id),
        isNull(departure.erasedAt),
      ),
    );
  if (row === undefined || row.until <= clock) return null;
  const token = await mintLink(ctx.tx, {
    kind: "record",
    orgId: org.id,
    subjectId: recipient.id,
    at: clock,
    hours: (row.until.getTime() - clock.getTime()) / 3_600_000,
  });
  return {
    subject: `Take the record of your growth at ${org.name} along`,
    paragraphs: [
      `Your access to ${org.name} on Rubric has ended. What is held there of your growth is yours to keep: where you stood on the ladder, your reviews, check-ins, evidence and figures.`,
      "You need no account for it. The link leads to a page that you can save as a file or print.",
    ],
    action: { label: "Get your record", url: ctx.pages.record(token) },
    after: [
      `The link works until ${dayWords(row.until, timeZone)}. Then all of it is erased at ${org.name}.`,
    ],
  };
};

/** Templates about the record of somebody's growth. */
export const recordTemplates = {
  "record.left": left,
} as const satisfies Record<string, Template>;
