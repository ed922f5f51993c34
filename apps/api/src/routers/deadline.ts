import {
  completeDeadline,
  listDeadlines,
  reassignDeadline,
  recordDeadline,
  setAway,
} from "@rubric/domain/deadline";
import {
  AwayView,
  CompleteDeadlineInput,
  DeadlineListView,
  DeadlineView,
  ListDeadlinesInput,
  ReassignDeadlineInput,
  RecordDeadlineInput,
  SetAwayInput,
} from "@rubric/domain/deadline/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  list: query("deadline.list", { errors: [] })
    .input(ListDeadlinesInput)
    .output(DeadlineListView)
    .query(({ ctx, input }) => listDeadlines(ctx, input)),

  record: command("deadline.record", { errors: ["DEADLINE_NEEDS", "DEADLINE_THERE"] })
    .input(RecordDeadlineInput)
    .output(DeadlineView)
    .mutation(({ ctx, input }) => recordDeadline(ctx, input)),

  complete: command("deadline.complete", { errors: ["DEADLINE_STATE", "DEADLINE_OF_COMMAND"] })
    .input(CompleteDeadlineInput)
    .output(DeadlineView)
    .mutation(({ ctx, input }) => completeDeadline(ctx, input)),

  reassign: command("deadline.reassign", {
    errors: ["DEADLINE_STATE", "DEADLINE_OF_AUTHOR", "DEADLINE_THEIRS", "DEADLINE_UNFIT"],
  })
    .input(ReassignDeadlineInput)
    .output(DeadlineView)
    .mutation(({ ctx, input }) => reassignDeadline(ctx, input)),

  setAway: command("deadline.setAway", { errors: ["ABSENCE_UNFIT"] })
    .input(SetAwayInput)
    .output(AwayView)
    .mutation(({ ctx, input }) => setAway(ctx, input)),
});

type Routes = typeof routes;
export interface DeadlineRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const deadlineRouter: DeadlineRouter = routes;
