import { addEvidence, removeEvidence } from "@rubric/domain/evidence";
import {
  AddEvidenceInput,
  EvidenceView,
  RemoveEvidenceInput,
} from "@rubric/domain/evidence/schemas";
import { command, router } from "../procedure.ts";

const routes = router({
  add: command("evidence.add", { errors: ["EVIDENCE_PART", "EVIDENCE_FULL", "UPLOAD_GONE"] })
    .input(AddEvidenceInput)
    .output(EvidenceView)
    .mutation(({ ctx, input }) => addEvidence(ctx, input)),

  remove: command("evidence.remove", { errors: ["EVIDENCE_REMOVED"] })
    .input(RemoveEvidenceInput)
    .output(EvidenceView)
    .mutation(({ ctx, input }) => removeEvidence(ctx, input)),
});

type Routes = typeof routes;
export interface EvidenceRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const evidenceRouter: EvidenceRouter = routes;
