import { newId } from "@rubric/db";
import { policy, policyCase, policyRefusal, policyVersion } from "@rubric/db/schema";
import type { Explanation } from "@rubric/domain/policy/explanation";
import type { Story } from "./story.ts";

/**
 * A version in shadow with one decision about the candidate that it would have had otherwise, and
 * one that was refused: sentences and facts of what is sealed. Returns the version's id.
 */
export async function plantJudgements(
  { api, people, words }: Pick<Story, "api" | "people" | "words">,
  of: { candidateId: string; applicationId: string; jobId: string; at: Date },
): Promise<string> {
  const { org, cast } = people;
  const [policyId, versionId] = [newId(), newId()];
  const said = (field: string): Explanation => ({
    rule: "offer.headcount",
    kind: "validation",
    outcome: "refused",
    policy: null,
    segment: { region: null, experiment: null, client: null, network: null },
    place: { region: null, experiment: null, client: "browser", network: "internal" },
    at: of.at.toISOString(),
    parameters: { marginPercent: 20 },
    facts: { open: 0, reserved: 1, filled: 0, said: words.plant(field, "facts") },
    code: "HEADCOUNT",
    sentence: words.plant(field, "sentence"),
    lift: null,
  });
  const about = {
    orgId: org.id,
    at: of.at,
    action: "offer.send",
    subjectKind: "application",
    subjectId: of.applicationId,
    jobId: of.jobId,
    candidateId: of.candidateId,
  };
  await api.within(org.id, async (tx) => {
    const everyone = { region: "", experiment: "", client: "", network: "" };
    await tx.insert(policy).values({
      orgId: org.id,
      id: policyId,
      rule: "offer.headcount",
      ...everyone,
      createdAt: of.at,
    });
    await tx.insert(policyVersion).values({
      orgId: org.id,
      id: versionId,
      policyId,
      state: "draft",
      kind: "flow",
      parameters: { marginPercent: 20 },
      ends: false,
      reason: "Tried in shadow.",
      shadowSince: of.at,
      authorId: cast.admin.memberId,
      createdAt: of.at,
    });
    await tx.insert(policyRefusal).values({
      ...about,
      id: newId(),
      rule: "offer.headcount",
      actorId: people.writers.manager.memberId,
      explanation: said("policy_case.was"),
    });
    await tx.insert(policyCase).values({
      ...about,
      id: newId(),
      versionId,
      trialId: null,
      differs: true,
      was: said("policy_case.was"),
      would: said("policy_case.would"),
    });
  });
  return versionId;
}
