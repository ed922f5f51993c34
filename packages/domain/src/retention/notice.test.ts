import { application, privacyNotice } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, makeApplication, type MadeJob } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import { DAY, useKeeping } from "../../test/keeping.ts";
import type { Org } from "../context.ts";
import { takeMail } from "../mail/deliver.ts";
import { sendNotice } from "./send-notice.ts";
import { sendNotices } from "./send-notices.ts";

const harness = useHarness();
const keeping = useKeeping(harness);
const { asWorker } = keeping;
let org: Org;
let cast: Cast;
let berlin: MadeJob;

beforeAll(() => {
  ({ org, cast, berlin } = keeping.world);
});

describe("law 10: the notice to who was added or referred (GDPR 14)", () => {
  async function added(daysAgo: number) {
    const ids = await makeApplication(harness, org, berlin);
    await harness.within(org.id, (tx) =>
      tx
        .update(application)
        .set({ source: "added", createdAt: new Date(Date.now() - daysAgo * DAY) })
        .where(and(eq(application.orgId, org.id), eq(application.id, ids.applicationId))),
    );
    return ids;
  }
  const notices = (applicationId: string) =>
    harness.within(org.id, (tx) =>
      tx.select().from(privacyNotice).where(eq(privacyNotice.applicationId, applicationId)),
    );

  it("is sent once, kept as it was worded, and by the worker before its month is over", async () => {
    const [soon, fresh, done] = [await added(28), await added(5), await added(29)];
    const send = (applicationId: string) =>
      command(harness, org, cast.recruiter, "retention.sendNotice", sendNotice, { applicationId });
    const shown = await send(done.applicationId);
    expect(shown.notice).toMatchObject({ how: "notice", state: "queued" });
    expect(await refusal(send(done.applicationId))).toBe("NOTICE_SENT");
    const count = await asWorker(
      async (ctx) => {
        const sent = await sendNotices(ctx);
        ctx.audit({ subject: { kind: "organization", id: org.id } });
        return sent;
      },
      undefined,
      true,
    );
    expect(count).toBe(1);
    expect(await notices(soon.applicationId)).toHaveLength(1);
    expect(await notices(fresh.applicationId)).toEqual([]);
    expect(await notices(done.applicationId)).toMatchObject([{ sentBy: cast.recruiter.memberId }]);
    const [kept] = await notices(soon.applicationId);
    const taken = await takeMail(
      { db: harness.connection.db, limits: harness.deps.limits, publicUrl: "https://rubric.test" },
      { orgId: org.id, id: kept?.mailId ?? "" },
    );
    expect(taken?.mail.text).toContain("did not come from you");
    expect(taken?.mail.text).toContain(kept?.text.slice(0, 40));
  });

  it("is not owed to who applied themselves", async () => {
    const { applicationId } = await makeApplication(harness, org, berlin);
    const sent = command(harness, org, cast.recruiter, "retention.sendNotice", sendNotice, {
      applicationId,
    });
    expect(await refusal(sent)).toBe("NOTICE_NOT_OWED");
  });
});
