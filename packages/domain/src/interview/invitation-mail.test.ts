import { mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, type MadeJob, makeJob, makeOrg } from "../../test/factories.ts";
import { useHarness } from "../../test/harness.ts";
import { people, scheduling } from "../../test/scheduling.ts";
import type { Org } from "../context.ts";
import { renderMail } from "../mail/render.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const { planned, schedule, swap, cancel } = scheduling(harness, () => ({ org, cast, made }));

/** The e-mails about an interview as they would leave now, those with nothing to say left out. */
async function lettersAbout(interviewId: string) {
  return harness.within(org.id, async (tx) => {
    const rows = await tx
      .select()
      .from(mail)
      .where(and(eq(mail.orgId, org.id), eq(mail.subjectId, interviewId)))
      .orderBy(mail.id);
    const letters = [];
    for (const row of rows) {
      const letter = await renderMail(
        {
          tx,
          org,
          clock: new Date(),
          limits: harness.deps.limits,
          publicUrl: "https://rubric.example",
        },
        row,
      );
      if (letter !== null)
        letters.push({ template: row.template, who: row.recipientId, ...letter });
    }
    return letters;
  });
}

const line = (ics: string | undefined, name: string) =>
  (ics ?? "")
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .find((one) => one.startsWith(name));

describe("the invitation by e-mail", () => {
  it("carries a calendar file for each, with nobody else's address in it", async () => {
    const { interviewId, candidateId } = await planned();
    await schedule(interviewId, people([cast.interviewer, cast.second]));
    const letters = await lettersAbout(interviewId);
    expect(letters).toHaveLength(3);
    for (const letter of letters) {
      expect(letter.ics?.method).toBe("REQUEST");
      expect(line(letter.ics?.content, "SEQUENCE")).toBe("SEQUENCE:0");
      expect(line(letter.ics?.content, "ATTENDEE")).toContain(
        letter.who === candidateId ? "people.test" : org.slug,
      );
    }
    const toMembers = letters.filter((letter) => letter.who !== candidateId);
    expect(JSON.stringify(toMembers)).not.toContain("people.test");
    const toCandidate = letters.filter((letter) => letter.who === candidateId);
    expect(JSON.stringify(toCandidate)).not.toContain("/interviews/");
  });

  it("is not sent to who was replaced meanwhile; they get the cancellation", async () => {
    const { interviewId } = await planned();
    await schedule(interviewId, people([cast.interviewer]));
    await swap(interviewId, cast.interviewer, cast.third);
    const letters = await lettersAbout(interviewId);
    const told = (who: string) =>
      letters.filter((one) => one.who === who).map((one) => [one.template, one.ics?.method]);
    expect(told(cast.interviewer.memberId)).toEqual([["interview.cancelled", "CANCEL"]]);
    expect(told(cast.third.memberId)).toEqual([["interview.scheduled", "REQUEST"]]);
  });

  it("is taken out of calendars by a cancellation with a higher SEQUENCE", async () => {
    const { interviewId } = await planned();
    await schedule(interviewId, people([cast.interviewer]));
    await cancel(interviewId);
    const letters = await lettersAbout(interviewId);
    expect(letters.map((one) => one.template)).toEqual([
      "interview.cancelled",
      "interview.cancelled",
    ]);
    for (const { ics } of letters) {
      expect(line(ics?.content, "METHOD")).toBe("METHOD:CANCEL");
      expect(line(ics?.content, "SEQUENCE")).toBe("SEQUENCE:1");
      expect(line(ics?.content, "STATUS")).toBe("STATUS:CANCELLED");
    }
  });
});
