import {
  addExtraInterview,
  cancelInterview,
  chooseTime,
  listInterviews,
  markAbsent,
  moveInterview,
  proposeInterview,
  scheduleInterview,
  setFocus,
  showKit,
  swapInterviewer,
} from "@rubric/domain/interview";
import {
  AbsentView,
  AddExtraInterviewInput,
  CancelInterviewInput,
  ChooseTimeInput,
  ChosenTimeView,
  InterviewListView,
  InterviewView,
  KitView,
  ListInterviewsInput,
  MarkAbsentInput,
  MoveInterviewInput,
  ProposeInterviewInput,
  ScheduleInterviewInput,
  SetFocusInput,
  ShowKitInput,
  SwapInterviewerInput,
} from "@rubric/domain/interview/schemas";
import { command, query, router } from "../procedure.ts";

const ARRANGE = ["INTERVIEW_STATE", "INTERVIEW_APPLICATION_ENDED"] as const;
const SEAT = ["INTERVIEWER_TWICE", "INTERVIEWER_CONFLICT", "INTERVIEWER_NOT_ACTIVE"] as const;
const LOAD = ["INTERVIEWER_LOAD", "INTERVIEWER_POOL_FULL"] as const;

const routes = router({
  list: query("interview.list", { errors: [] })
    .input(ListInterviewsInput)
    .output(InterviewListView)
    .query(({ ctx, input }) => listInterviews(ctx, input)),

  showKit: query("interview.showKit", { errors: [] })
    .input(ShowKitInput)
    .output(KitView)
    .query(({ ctx, input }) => showKit(ctx, input)),

  propose: command("interview.propose", {
    errors: [
      ...ARRANGE,
      ...SEAT,
      ...LOAD,
      "INTERVIEW_STARTS_IN_PAST",
      "INTERVIEW_TIMES_TWICE",
      "INVITATION_NEEDS_RANGE",
    ],
  })
    .input(ProposeInterviewInput)
    .output(InterviewView)
    .mutation(({ ctx, input }) => proposeInterview(ctx, input)),

  schedule: command("interview.schedule", {
    errors: [...ARRANGE, ...SEAT, ...LOAD, "INTERVIEW_STARTS_IN_PAST", "INVITATION_NEEDS_RANGE"],
  })
    .input(ScheduleInterviewInput)
    .output(InterviewView)
    .mutation(({ ctx, input }) => scheduleInterview(ctx, input)),

  chooseTime: command("interview.chooseTime", {
    errors: [
      ...ARRANGE,
      "INTERVIEW_TIME_NOT_PROPOSED",
      "INTERVIEW_STARTS_IN_PAST",
      "INTERVIEWERS_GONE",
    ],
  })
    .input(ChooseTimeInput)
    .output(ChosenTimeView)
    .mutation(({ ctx, input }) => chooseTime(ctx, input)),

  move: command("interview.move", {
    errors: [...ARRANGE, ...LOAD, "INTERVIEW_BEGUN", "INTERVIEW_STARTS_IN_PAST"],
  })
    .input(MoveInterviewInput)
    .output(InterviewView)
    .mutation(({ ctx, input }) => moveInterview(ctx, input)),

  swap: command("interview.swap", {
    errors: [...ARRANGE, ...SEAT, ...LOAD, "INTERVIEW_BEGUN", "INTERVIEWER_NOT_SEATED"],
  })
    .input(SwapInterviewerInput)
    .output(InterviewView)
    .mutation(({ ctx, input }) => swapInterviewer(ctx, input)),

  cancel: command("interview.cancel", { errors: ["INTERVIEW_STATE", "INTERVIEW_SCORECARD_IN"] })
    .input(CancelInterviewInput)
    .output(InterviewView)
    .mutation(({ ctx, input }) => cancelInterview(ctx, input)),

  markAbsent: command("interview.markAbsent", {
    errors: ["INTERVIEW_STATE", "INTERVIEW_NOT_YET", "INTERVIEW_SCORECARD_IN"],
  })
    .input(MarkAbsentInput)
    .output(AbsentView)
    .mutation(({ ctx, input }) => markAbsent(ctx, input)),

  addExtra: command("interview.addExtra", {
    errors: ["INTERVIEW_APPLICATION_ENDED", "INTERVIEW_NOT_OF_STAGE", "INTERVIEW_STAGE_OVER"],
  })
    .input(AddExtraInterviewInput)
    .output(InterviewView)
    .mutation(({ ctx, input }) => addExtraInterview(ctx, input)),

  setFocus: command("interview.setFocus", {
    errors: [...ARRANGE, "INTERVIEW_BEGUN", "FOCUS_JUDGES"],
  })
    .input(SetFocusInput)
    .output(InterviewView)
    .mutation(({ ctx, input }) => setFocus(ctx, input)),
});

type Routes = typeof routes;
export interface InterviewRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const interviewRouter: InterviewRouter = routes;
