import {
  erase,
  liftHold,
  listDue,
  listRetention,
  sendNotice,
  setHold,
  setPool,
  showKeeping,
} from "@rubric/domain/retention";
import {
  EraseInput,
  DueListView,
  ErasureView,
  HoldView,
  KeepingView,
  LiftHoldInput,
  ListDueInput,
  NoInput,
  OnApplicationInput,
  PoolSettingsView,
  RetentionView,
  SetHoldInput,
  SetPoolInput,
} from "@rubric/domain/retention/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  erase: command("retention.erase", { errors: ["CANDIDATE_ERASED", "ERASURE_RUNNING"] })
    .input(EraseInput)
    .output(ErasureView)
    .mutation(({ ctx, input }) => erase(ctx, input)),

  list: query("retention.list", { errors: [] })
    .input(NoInput)
    .output(RetentionView)
    .query(({ ctx }) => listRetention(ctx)),

  listDue: query("retention.listDue", { errors: [] })
    .input(ListDueInput)
    .output(DueListView)
    .query(({ ctx, input }) => listDue(ctx, input)),

  show: query("retention.show", { errors: [] })
    .input(OnApplicationInput)
    .output(KeepingView)
    .query(({ ctx, input }) => showKeeping(ctx, input)),

  setHold: command("retention.setHold", { errors: ["HOLD_STANDS"] })
    .input(SetHoldInput)
    .output(HoldView)
    .mutation(({ ctx, input }) => setHold(ctx, input)),

  liftHold: command("retention.liftHold", { errors: ["HOLD_LIFTED"] })
    .input(LiftHoldInput)
    .output(HoldView)
    .mutation(({ ctx, input }) => liftHold(ctx, input)),

  setPool: command("retention.setPool", { errors: [] })
    .input(SetPoolInput)
    .output(PoolSettingsView)
    .mutation(({ ctx, input }) => setPool(ctx, input)),

  sendNotice: command("retention.sendNotice", { errors: ["NOTICE_SENT", "NOTICE_NOT_OWED"] })
    .input(OnApplicationInput)
    .output(KeepingView)
    .mutation(({ ctx, input }) => sendNotice(ctx, input)),
});

type Routes = typeof routes;
export interface RetentionRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const retentionRouter: RetentionRouter = routes;
