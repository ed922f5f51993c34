import { opening } from "@rubric/db/schema";
import { newId } from "@rubric/db";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeJob, makeOrg } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import { atOnce } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { closeOpening } from "./close-opening.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});
type OpeningState = (typeof opening.$inferSelect)["state"];

const reason = "The budget moved.";

describe("the states of an opening", () => {
  const states: OpeningState[] = ["open", "reserved", "filled", "closed"];
  for (const state of states) {
    it(`closes from ${state} ${state === "open" ? "with a reason" : "never"}`, async () => {
      const made = await makeJob(harness, { org, cast });
      const openingId = made.openingIds[0] ?? "";
      const held = state === "reserved" || state === "filled";
      await harness.within(org.id, (tx) =>
        tx
          .update(opening)
          .set({ state, offerId: held ? newId() : null })
          .where(eq(opening.id, openingId)),
      );
      const close = (actor: Member = cast.manager) =>
        command(harness, org, actor, "job.closeOpening", closeOpening, {
          jobId: made.jobId,
          openingId,
          reason,
        });
      expect(await refusal(close(cast.recruiter))).toBe("FORBIDDEN");
      const before = await openingRow(openingId);
      if (state !== "open") {
        expect(await refusal(close())).toBe("OPENING_STATE");
        expect(await openingRow(openingId)).toEqual(before);
        return;
      }
      const closeOnce = (n: number) => close(n === 0 ? cast.admin : cast.manager);
      expect(await atOnce(3, closeOnce)).toEqual(["done", "OPENING_STATE", "OPENING_STATE"]);
      expect(await openingRow(openingId)).toMatchObject({ state: "closed", closeReason: reason });
    });
  }
});

async function openingRow(id: string) {
  const [row] = await harness.within(org.id, (tx) =>
    tx.select().from(opening).where(eq(opening.id, id)),
  );
  return row;
}
