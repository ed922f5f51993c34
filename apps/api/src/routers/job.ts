import {
  addOpening,
  adoptPlan,
  askToMovePinned,
  closeJob,
  closeOpening,
  createJob,
  holdJob,
  listJobs,
  movePinned,
  openJob,
  publishPost,
  reopenJob,
  resumeJob,
  savePlan,
  savePost,
  setTeam,
  showJob,
  tickTasks,
  unpublishPost,
  updateJob,
  withdrawCriterion,
} from "@rubric/domain/job";
import {
  AdoptPlanInput,
  CloseOpeningInput,
  CreatedJobView,
  CreateJobInput,
  JobInput,
  JobListView,
  JobReasonInput,
  JobView,
  ListJobsInput,
  PublishPostInput,
  SavePlanInput,
  SavePostInput,
  SetTeamInput,
  TickTasksInput,
  UnpublishPostInput,
  UpdateJobInput,
  WithdrawCriterionInput,
} from "@rubric/domain/job/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  list: query("job.list", { errors: [] })
    .input(ListJobsInput)
    .output(JobListView)
    .query(({ ctx, input }) => listJobs(ctx, input)),

  create: command("job.create", {
    errors: [
      "JOB_LEVEL_UNKNOWN",
      "FRAMEWORK_NEVER_PUBLISHED",
      "TEAM_MEMBER",
      "REQUISITION_REQUIRED",
      "REQUISITION_USED",
      "REQUISITION_STATE",
    ],
  })
    .input(CreateJobInput)
    .output(CreatedJobView)
    .mutation(({ ctx, input }) => createJob(ctx, input)),

  show: query("job.show", { errors: [] })
    .input(JobInput)
    .output(JobView)
    .query(({ ctx, input }) => showJob(ctx, input)),

  update: command("job.update", { errors: ["JOB_STATE", "JOB_LEVEL_UNKNOWN", "ASKS_PAY_HISTORY"] })
    .input(UpdateJobInput)
    .output(JobView)
    .mutation(({ ctx, input }) => updateJob(ctx, input)),

  tickTasks: command("job.tickTasks", { errors: ["JOB_STATE", "TASK_UNKNOWN"] })
    .input(TickTasksInput)
    .output(JobView)
    .mutation(({ ctx, input }) => tickTasks(ctx, input)),

  savePlan: command("job.savePlan", {
    errors: [
      "JOB_STATE",
      "PLAN_INVALID",
      "PLAN_CHANGED",
      "PLAN_FRAMEWORK_MOVED",
      "ASKS_PAY_HISTORY",
    ],
  })
    .input(SavePlanInput)
    .output(JobView)
    .mutation(({ ctx, input }) => savePlan(ctx, input)),

  adoptPlan: command("job.adoptPlan", {
    errors: [
      "JOB_STATE",
      "PLAN_NO_DRAFT",
      "PLAN_CHANGED",
      "PLAN_INVALID",
      "PLAN_FRAMEWORK_MOVED",
      "ASKS_PAY_HISTORY",
    ],
  })
    .input(AdoptPlanInput)
    .output(JobView)
    .mutation(({ ctx, input }) => adoptPlan(ctx, input)),

  askToMovePinned: command("job.askToMovePinned", {
    errors: ["JOB_STATE", "MOVE_ASKED", "MOVE_NEEDLESS"],
  })
    .input(JobReasonInput)
    .output(JobView)
    .mutation(({ ctx, input }) => askToMovePinned(ctx, input)),

  movePinned: command("job.movePinned", {
    errors: [
      "JOB_STATE",
      "MOVE_NOT_ASKED",
      "MOVE_SECOND_PERSON",
      "MOVE_NEEDLESS",
      "MOVE_STAGE_GONE",
    ],
  })
    .input(JobInput)
    .output(JobView)
    .mutation(({ ctx, input }) => movePinned(ctx, input)),

  withdrawCriterion: command("job.withdrawCriterion", { errors: ["CRITERION_WITHDRAWN"] })
    .input(WithdrawCriterionInput)
    .output(JobView)
    .mutation(({ ctx, input }) => withdrawCriterion(ctx, input)),

  setTeam: command("job.setTeam", { errors: ["TEAM_INCOMPLETE", "TEAM_MEMBER"] })
    .input(SetTeamInput)
    .output(JobView)
    .mutation(({ ctx, input }) => setTeam(ctx, input)),

  addOpening: command("job.addOpening", { errors: ["REQUISITION_REQUIRED"] })
    .input(JobInput)
    .output(JobView)
    .mutation(({ ctx, input }) => addOpening(ctx, input)),

  closeOpening: command("job.closeOpening", { errors: ["OPENING_STATE"] })
    .input(CloseOpeningInput)
    .output(JobView)
    .mutation(({ ctx, input }) => closeOpening(ctx, input)),

  open: command("job.open", { errors: ["JOB_STATE", "JOB_NOT_READY"] })
    .input(JobInput)
    .output(JobView)
    .mutation(({ ctx, input }) => openJob(ctx, input)),

  hold: command("job.hold", { errors: ["JOB_STATE"] })
    .input(JobReasonInput)
    .output(JobView)
    .mutation(({ ctx, input }) => holdJob(ctx, input)),

  resume: command("job.resume", { errors: ["JOB_STATE"] })
    .input(JobReasonInput)
    .output(JobView)
    .mutation(({ ctx, input }) => resumeJob(ctx, input)),

  close: command("job.close", { errors: ["JOB_STATE", "JOB_NOT_ENDED"] })
    .input(JobReasonInput)
    .output(JobView)
    .mutation(({ ctx, input }) => closeJob(ctx, input)),

  reopen: command("job.reopen", { errors: ["JOB_STATE", "OPENING_NEEDED"] })
    .input(JobReasonInput)
    .output(JobView)
    .mutation(({ ctx, input }) => reopenJob(ctx, input)),

  savePost: command("job.savePost", { errors: ["JOB_STATE", "PAY_RANGE_REVERSED"] })
    .input(SavePostInput)
    .output(JobView)
    .mutation(({ ctx, input }) => savePost(ctx, input)),

  publishPost: command("job.publishPost", {
    errors: ["JOB_STATE", "POST_STATE", "POST_NOT_READY", "POST_DUTIES", "ASKS_PAY_HISTORY"],
  })
    .input(PublishPostInput)
    .output(JobView)
    .mutation(({ ctx, input }) => publishPost(ctx, input)),

  unpublishPost: command("job.unpublishPost", { errors: ["POST_STATE"] })
    .input(UnpublishPostInput)
    .output(JobView)
    .mutation(({ ctx, input }) => unpublishPost(ctx, input)),
});

type Routes = typeof routes;
export interface JobRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const jobRouter: JobRouter = routes;
