export {
  connect,
  connectReader,
  type Connection,
  type Database,
  type Look,
  type Reader,
  type Tx,
} from "./connect.ts";
export { isLockTimeout, isRetryable, sqlState, violatedConstraint } from "./errors.ts";
export { newId } from "./ids.ts";
export { among, type Built, type Given, prepared, put } from "./prepared.ts";
export { type JobPayload, type QueueName, QUEUES } from "./queues.ts";
export { type Statement, statement, type Value, type Values } from "./statement.ts";
export { together } from "./together.ts";
export { requireReader } from "./require-reader.ts";
export { ROLES, type RolePasswords } from "./roles.ts";
