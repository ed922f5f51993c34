export { isNetwork } from "./address.ts";
export { createWebhook } from "./create.ts";
export {
  type DeliverDeps,
  forgottenDeliveries,
  type Outcome,
  settleDelivery,
  takeDelivery,
  type Taken,
} from "./deliver.ts";
export { findDestination, hostOf, STRICT, type Webhooks } from "./destination.ts";
export { disableWebhook } from "./disable.ts";
export { enableWebhook } from "./enable.ts";
export { listDeliveries } from "./list-deliveries.ts";
export { listWebhooks } from "./list.ts";
export { pingWebhook } from "./ping.ts";
export { pruneWebhooks } from "./prune.ts";
export { removeWebhook } from "./remove.ts";
export { replayDelivery } from "./replay.ts";
export { replayFailed } from "./replay-failed.ts";
export { rotateSecret } from "./rotate-secret.ts";
export { showDelivery } from "./show-delivery.ts";
export { switchOffWebhook } from "./switch-off.ts";
export { updateWebhook } from "./update.ts";
