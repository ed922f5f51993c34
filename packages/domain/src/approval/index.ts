export { saveApprovalFlow } from "./save-flow.ts";
export { saveJobApprovalFlow } from "./save-job-flow.ts";
export { showApprovalFlow } from "./show-flow.ts";
export { showJobApprovalFlow } from "./show-job-flow.ts";
