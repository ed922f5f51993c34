import { listAudit, verifyAudit } from "@rubric/domain/audit";
import {
  AuditListView,
  AuditVerificationView,
  ListAuditInput,
  VerifyAuditInput,
} from "@rubric/domain/audit/schemas";
import { query, router } from "../procedure.ts";

export const auditRouter = router({
  list: query("audit.list", { errors: [] })
    .input(ListAuditInput)
    .output(AuditListView)
    .query(({ ctx, input }) => listAudit(ctx, input)),

  verify: query("audit.verify", { errors: [] })
    .input(VerifyAuditInput)
    .output(AuditVerificationView)
    .query(({ ctx, input }) => verifyAudit(ctx, input)),
});
