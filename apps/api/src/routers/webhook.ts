import { NoInput } from "@rubric/domain/identity/schemas";
import {
  createWebhook,
  disableWebhook,
  enableWebhook,
  listDeliveries,
  listWebhooks,
  pingWebhook,
  removeWebhook,
  replayDelivery,
  replayFailed,
  rotateSecret,
  showDelivery,
  updateWebhook,
} from "@rubric/domain/webhook";
import {
  CreateWebhookInput,
  DeliveriesView,
  DeliveryDetailView,
  DeliveryInput,
  DeliveryView,
  ListDeliveriesInput,
  RemovedWebhookView,
  ReplayedView,
  ReplayFailedInput,
  UpdateWebhookInput,
  WebhookInput,
  WebhookSecretView,
  WebhooksView,
  WebhookView,
} from "@rubric/domain/webhook/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  list: query("webhook.list", { errors: [] })
    .input(NoInput)
    .output(WebhooksView)
    .query(({ ctx }) => listWebhooks(ctx)),

  create: command("webhook.create", { errors: ["WEBHOOK_URL", "WEBHOOK_LIMIT"] })
    .input(CreateWebhookInput)
    .output(WebhookSecretView)
    .mutation(({ ctx, input }) => createWebhook(ctx, input)),

  update: command("webhook.update", { errors: ["WEBHOOK_URL", "WEBHOOK_STATE"] })
    .input(UpdateWebhookInput)
    .output(WebhookView)
    .mutation(({ ctx, input }) => updateWebhook(ctx, input)),

  enable: command("webhook.enable", { errors: ["WEBHOOK_STATE"] })
    .input(WebhookInput)
    .output(WebhookView)
    .mutation(({ ctx, input }) => enableWebhook(ctx, input)),

  disable: command("webhook.disable", { errors: ["WEBHOOK_STATE"] })
    .input(WebhookInput)
    .output(WebhookView)
    .mutation(({ ctx, input }) => disableWebhook(ctx, input)),

  rotateSecret: command("webhook.rotateSecret", { errors: ["WEBHOOK_STATE"] })
    .input(WebhookInput)
    .output(WebhookSecretView)
    .mutation(({ ctx, input }) => rotateSecret(ctx, input)),

  remove: command("webhook.remove", { errors: [] })
    .input(WebhookInput)
    .output(RemovedWebhookView)
    .mutation(({ ctx, input }) => removeWebhook(ctx, input)),

  ping: command("webhook.ping", { errors: ["WEBHOOK_OFF"] })
    .input(WebhookInput)
    .output(DeliveryView)
    .mutation(({ ctx, input }) => pingWebhook(ctx, input)),

  listDeliveries: query("webhook.listDeliveries", { errors: [] })
    .input(ListDeliveriesInput)
    .output(DeliveriesView)
    .query(({ ctx, input }) => listDeliveries(ctx, input)),

  showDelivery: query("webhook.showDelivery", { errors: [] })
    .input(DeliveryInput)
    .output(DeliveryDetailView)
    .query(({ ctx, input }) => showDelivery(ctx, input)),

  replay: command("webhook.replay", { errors: ["WEBHOOK_OFF", "WEBHOOK_SENDING"] })
    .input(DeliveryInput)
    .output(DeliveryView)
    .mutation(({ ctx, input }) => replayDelivery(ctx, input)),

  replayFailed: command("webhook.replayFailed", { errors: ["WEBHOOK_OFF"] })
    .input(ReplayFailedInput)
    .output(ReplayedView)
    .mutation(({ ctx, input }) => replayFailed(ctx, input)),
});

type Routes = typeof routes;
export interface WebhookRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const webhookRouter: WebhookRouter = routes;
