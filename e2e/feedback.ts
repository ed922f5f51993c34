import { withinOrg } from "@rubric/api/demo/organization";
import { mail } from "@rubric/db/schema";
import { approvePolicy, draftPolicy, proposePolicy } from "@rubric/domain/policy";
import { and, eq } from "drizzle-orm";
import { daysAgo, type Organization } from "./setup-org.ts";

/** From three weeks ago on, who was rejected on merit gets feedback when they ask. */
export async function giveFeedbackWhenAsked({ acting, cast }: Organization): Promise<void> {
  const at = daysAgo(21);
  const view = await acting.act(cast.admin, at, "policy.draft", draftPolicy, {
    versionId: null,
    rule: "feedback.allowed",
    segment: { region: null, experiment: null, client: null, network: null },
    kind: "validation",
    parameters: { given: true, askDays: 60 },
    ends: false,
    effectiveFrom: null,
    effectiveTo: null,
    reason: "Who gave us an hour may hear what would have shown more.",
  });
  const version = { versionId: view.versions[0]?.id ?? "" };
  await acting.act(cast.admin, at, "policy.propose", proposePolicy, version);
  await acting.act(cast.secondAdmin, at, "policy.approve", approvePolicy, version);
}

/** The e-mails of rejections have left. */
export async function tellRejections({ db, org }: Organization): Promise<void> {
  await withinOrg(db, org.id, (tx) =>
    tx
      .update(mail)
      .set({ state: "sent", sentAt: new Date() })
      .where(and(eq(mail.orgId, org.id), eq(mail.template, "application.rejected"))),
  );
}
