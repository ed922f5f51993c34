import type { Deps } from "@rubric/domain/execution";
import { failTrial, runTrial } from "@rubric/domain/policy";
import type { Attempt } from "./deliver.ts";

/** Judges an organization's history by a draft; after the last attempt the trial stands as failed. */
export async function tryPolicy(deps: Deps, { payload, last }: Attempt): Promise<void> {
  if (payload.orgId === null) return;
  try {
    await runTrial(deps, payload.orgId, payload.id);
  } catch (error) {
    if (last) await failTrial(deps, payload.orgId, payload.id);
    throw error;
  }
}
