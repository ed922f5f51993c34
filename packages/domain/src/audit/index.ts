export { INSTANCE_CHAIN } from "./chain.ts";
export { type Anchors, type ChainHead, readCheckpoints, writeCheckpoints } from "./checkpoint.ts";
export { chainHeads } from "./heads.ts";
export { listAudit } from "./list.ts";
export { verifyAudit, verifyStored } from "./verify-audit.ts";
