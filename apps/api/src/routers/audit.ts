import { listAudit, verifyAudit } from "@rubric/domain/audit";
import {
  AuditListView,
  AuditVerificationView,
  ListAuditInput,
  VerifyAuditInput,
} from "@rubric/domain/audit/schemas";
import { query, router } from "../procedure.ts";

const routes = router({
  list: query("audit.list", { errors: [] })
    .input(ListAuditInput)
    .output(AuditListView)
    .query(({ ctx, input }) => listAudit(ctx, input)),

  verify: query("audit.verify", { errors: [] })
    .input(VerifyAuditInput)
    .output(AuditVerificationView)
    .query(({ ctx, input }) => verifyAudit(ctx, input)),
});

type Routes = typeof routes;
export interface AuditRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const auditRouter: AuditRouter = routes;
