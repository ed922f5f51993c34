import { z } from "zod";
import {
  NamedCriterion,
  OpenScorecard,
  SCORECARD_STATES,
  ScorecardView,
} from "../scorecard/schemas.ts";
import { Why } from "../why.ts";
import { Id, Instant, line, paragraph, reason } from "../wire.ts";

export const INTERVIEW_STATES = [
  "planned",
  "proposed",
  "scheduled",
  "held",
  "absent",
  "cancelled",
] as const;
export const INTERVIEW_KINDS = ["interview", "take_home", "reference_check"] as const;

const minutes = z.int().min(5, "At least 5 minutes.").max(480, "At most 8 hours.");
const place = line(500);
const seats = {
  interviewers: z.array(Id).min(1, "Choose at least one interviewer.").max(10, "At most 10."),
  shadows: z.array(Id).max(10, "At most 10."),
};

export const ScheduleInterviewInput = z.strictObject({
  interviewId: Id,
  startsAt: Instant,
  minutes,
  /** A room or the address of a call. */
  place,
  ...seats,
});
export const ProposeInterviewInput = z.strictObject({
  interviewId: Id,
  times: z.array(Instant).min(1, "Propose at least one time.").max(10, "At most 10 times."),
  minutes,
  place,
  ...seats,
});
export const ChooseTimeInput = z.strictObject({ interviewId: Id, startsAt: Instant });
export const MoveInterviewInput = z.strictObject({
  interviewId: Id,
  startsAt: Instant,
  minutes,
  place,
});
export const SwapInterviewerInput = z.strictObject({ interviewId: Id, out: Id, in: Id });
export const CancelInterviewInput = z.strictObject({ interviewId: Id, reason: reason() });
export const MarkAbsentInput = z.strictObject({
  interviewId: Id,
  side: z.enum(["candidate", "interviewer"]),
});
export const AddExtraInterviewInput = z.strictObject({
  applicationId: Id,
  planInterviewId: Id,
  reason: reason(),
});
export const SetFocusInput = z.strictObject({ interviewId: Id, focus: paragraph(2000) });
export const ShowKitInput = z.strictObject({ interviewId: Id });
export const ListInterviewsInput = z.strictObject({
  /** One's own, or those of the jobs whose interviews one schedules. */
  scope: z.enum(["mine", "jobs"]),
  /** Continues the past ones. */
  cursor: z.string().max(200).nullish(),
});

export const SeatView = z.object({
  scorecardId: Id,
  memberId: Id,
  name: z.string(),
  shadow: z.boolean(),
  /** Whether their scorecard is in; never what it says. */
  state: z.enum(SCORECARD_STATES),
});

/** One interview as those who schedule see it. */
export const InterviewView = z.object({
  id: Id,
  applicationId: Id,
  stageId: Id,
  planInterviewId: Id,
  name: z.string(),
  kind: z.enum(INTERVIEW_KINDS),
  plannedMinutes: z.int(),
  state: z.enum(INTERVIEW_STATES),
  stateReason: z.string().nullable(),
  absentSide: z.enum(["candidate", "interviewer"]).nullable(),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  place: z.string(),
  focus: z.string(),
  extra: z.boolean(),
  sequence: z.int(),
  proposedTimes: z.array(Instant),
  /** Who would hold it at one of the proposed times. */
  proposed: z
    .object({
      minutes: z.int(),
      people: z.array(z.object({ memberId: Id, name: z.string(), shadow: z.boolean() })),
    })
    .nullable(),
  seats: z.array(SeatView),
});
export type InterviewView = z.infer<typeof InterviewView>;

/** What the candidate sees of the time they chose. */
export const ChosenTimeView = z.object({
  interviewId: Id,
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
});

/** After an absence: the interview that was missed and the one planned in its place. */
export const AbsentView = z.object({ missed: InterviewView, planned: InterviewView });

/** One line of the list of interviews. */
export const InterviewLine = z.object({
  id: Id,
  applicationId: Id,
  candidate: z.object({ name: z.string(), headline: z.string() }),
  job: z.object({ id: Id, title: z.string() }),
  stage: z.string(),
  name: z.string(),
  kind: z.enum(INTERVIEW_KINDS),
  state: z.enum(INTERVIEW_STATES),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  place: z.string(),
  seats: z.array(SeatView),
  /** One's own part in it; null where one only schedules. */
  mine: z
    .object({ scorecardId: Id, shadow: z.boolean(), state: z.enum(SCORECARD_STATES) })
    .nullable(),
  /** One may open its kit. */
  kit: z.boolean(),
  /** One may schedule, move and cancel it. */
  schedules: z.boolean(),
});
export type InterviewLine = z.infer<typeof InterviewLine>;

export const InterviewListView = z.object({
  /** One schedules the interviews of at least one job. */
  schedules: z.boolean(),
  /** In which today is counted. */
  timeZone: z.string(),
  /** Planned or proposed: still without a time. */
  unscheduled: z.array(InterviewLine),
  today: z.array(InterviewLine),
  coming: z.array(InterviewLine),
  past: z.object({ lines: z.array(InterviewLine), next: z.string().nullable() }),
});
export type InterviewListView = z.infer<typeof InterviewListView>;

const KitLevel = z.object({
  id: Id,
  name: z.string(),
  expected: z.boolean(),
  anchor: z.string(),
  proficiency: z.string(),
  examples: z.array(z.string()),
});

export const KitCriterionView = z.object({
  id: Id,
  name: z.string(),
  required: z.boolean(),
  /** Every level of the framework, lowest first, with what it looks like there. */
  levels: z.array(KitLevel),
  questionIds: z.array(Id),
});

export const KitQuestionView = z.object({
  id: Id,
  kind: z.enum(["behavioural", "technical", "situational"]),
  criterionId: Id.nullable(),
  text: z.string(),
  assesses: z.string(),
  followUps: z.array(z.string()),
  strongSignals: z.array(z.string()),
  redFlags: z.array(z.string()),
  /** Withdrawn since a note was written under it: only the note is left. */
  withdrawn: z.boolean(),
});

/** The page used while talking: no contact, no pay, nobody else's judgement. */
export const KitView = z.object({
  interview: z.object({
    id: Id,
    name: z.string(),
    kind: z.enum(INTERVIEW_KINDS),
    state: z.enum(INTERVIEW_STATES),
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    plannedMinutes: z.int(),
    place: z.string(),
    instructions: z.string(),
    focus: z.string(),
    extra: z.boolean(),
  }),
  stage: z.object({ id: Id, name: z.string(), assesses: z.string() }),
  job: z.object({ id: Id, title: z.string() }),
  application: z.object({ id: Id, ended: z.boolean() }),
  candidate: z.object({
    name: z.string(),
    headline: z.string(),
    cv: z.object({ fileId: Id, name: z.string() }).nullable(),
    answers: z.array(z.object({ text: z.string(), answer: z.string() })),
  }),
  /** What to do for the candidate, never why (law 17). */
  adjustments: z.array(z.string()),
  people: z.array(
    z.object({ name: z.string(), shadow: z.boolean(), state: z.enum(SCORECARD_STATES) }),
  ),
  criteria: z.array(KitCriterionView),
  questions: z.array(KitQuestionView),
  /** One's own; null for who leads the job and does not interview. */
  scorecard: ScorecardView.nullable(),
  /** The stage's other scorecards: how many are in, and why they are sealed to the reader. */
  others: z.object({
    needed: z.int(),
    counted: z.int(),
    /** Who sits in the stage's interviews and whether their scorecard is in. */
    seats: z.array(
      z.object({
        scorecardId: Id,
        name: z.string(),
        interview: z.string(),
        shadow: z.boolean(),
        state: z.enum(SCORECARD_STATES),
      }),
    ),
    sealed: Why.nullable(),
    scorecards: z.array(OpenScorecard),
    /** Names of the criteria they speak of. */
    criteria: z.array(NamedCriterion),
  }),
  /** The numbers that the rules of a scorecard read. */
  policy: z.object({
    extremeEvidenceLength: z.int(),
    ratedShareForRecommendation: z.number(),
    interviewEarlyMinutes: z.int(),
  }),
  may: z.object({
    write: Why.nullable(),
    markAbsent: Why.nullable(),
    setFocus: Why.nullable(),
    readFile: z.boolean(),
    openApplication: z.boolean(),
  }),
});
export type KitView = z.infer<typeof KitView>;
