import { recordCheckIn, replyCheckIn } from "@rubric/domain/check-in";
import {
  CheckInView,
  RecordCheckInInput,
  ReplyCheckInInput,
} from "@rubric/domain/check-in/schemas";
import { command, router } from "../procedure.ts";

const routes = router({
  record: command("checkIn.record", { errors: ["CHECK_IN_WEEK", "CHECK_IN_ANSWERED"] })
    .input(RecordCheckInInput)
    .output(CheckInView)
    .mutation(({ ctx, input }) => recordCheckIn(ctx, input)),

  reply: command("checkIn.reply", { errors: ["CHECK_IN_ANSWERED", "CHECK_IN_CHANGED"] })
    .input(ReplyCheckInInput)
    .output(CheckInView)
    .mutation(({ ctx, input }) => replyCheckIn(ctx, input)),
});

type Routes = typeof routes;
export interface CheckInRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const checkInRouter: CheckInRouter = routes;
