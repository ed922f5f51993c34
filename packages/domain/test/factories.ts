export { fullContent, makeApplication, makeInterview, makeRelation } from "./made-application.ts";
export { type MadeJob, makeJob } from "./made-job.ts";
export { type Cast, makeOrg, type Rows } from "./made-org.ts";
