export { connect, type Connection, type Database, type Reader, type Tx } from "./connect.ts";
export { isLockTimeout, isRetryable, sqlState, violatedConstraint } from "./errors.ts";
export { newId } from "./ids.ts";
export { type JobPayload, type QueueName, QUEUES } from "./queues.ts";
export { ROLES, type RolePasswords } from "./roles.ts";
