import { z } from "zod";
import { OwnFeedback } from "../feedback/schemas.ts";
import { CandidateOfferView } from "../offer/schemas.ts";
import { StatementsView } from "../job/schemas.ts";
import { Why } from "../why.ts";
import { Day, email, Id, Instant, isSeen, line, paragraph, searched } from "../wire.ts";
import { ExportDocument } from "./export/schema.ts";

const slug = z.string().min(1).max(200);
const Links = z
  .array(
    z
      .url({ protocol: /^https?$/, error: "A link starts with http:// or https://." })
      .max(500, "At most 500 characters."),
  )
  .max(10, "At most 10 links.");
const phone = z
  .string()
  .trim()
  .max(40, "At most 40 characters.")
  .regex(/^[+0-9 ()./-]*$/, "A telephone number has digits, spaces and + ( ) . / - only.");
const short = z
  .string()
  .trim()
  .max(160, "At most 160 characters.")
  .regex(/^[^\p{Cc}]*$/u, "No line breaks or control characters here.");

const person = {
  name: line(120),
  email: email(),
  phone,
  links: Links,
  /** A CV that was uploaded before. */
  uploadId: Id.nullable(),
};

/** Public procedures name the organization by its slug. */
export const ListPostsInput = z.strictObject({ slug });
export const ShowPostInput = z.strictObject({ slug, jobSlug: slug });
export const ApplyInput = z.strictObject({
  slug,
  jobSlug: slug,
  /** The version of the post that was read. */
  postId: Id,
  ...person,
  answers: z.array(z.strictObject({ key: z.string().max(80), answer: paragraph(5000) })).max(30),
  /** A JSON Resume document, checked with its schema. */
  resume: z.record(z.string(), z.unknown()).nullable(),
});
export const RequestLinkInput = z.strictObject({ slug, email: email() });

export const NoInput = z.strictObject({});
/** Which words of the talent pool were shown and are agreed to. */
export const JoinPoolInput = z.strictObject({ textVersion: line(40) });
export const OwnApplicationInput = z.strictObject({ applicationId: Id });
export const AskAdjustmentInput = z.strictObject({
  applicationId: Id,
  asked: z
    .string()
    .trim()
    .min(3, "Please say what would help you.")
    .max(4000, "At most 4000 characters."),
});
export const AskInput = z.strictObject({
  applicationId: Id,
  text: paragraph(4000)
    .trim()
    .refine(isSeen, "Please write your question.")
    .meta({ refinement: "something is seen" }),
});
export const ExportOwnInput = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^\d{8}$/, "The code has 8 digits."),
});

export const AddCandidateInput = z.strictObject({ jobId: Id, ...person, headline: short });
export const ReferInput = z.strictObject({
  jobId: Id,
  ...person,
  headline: short,
  /** How one knows them and why they would fit. */
  note: z.string().trim().min(3, "Say how you know them.").max(4000, "At most 4000 characters."),
});
export const SearchCandidatesInput = z.strictObject({
  /** The beginning of a name or an e-mail address; the newest candidates where it is empty. */
  query: searched,
  cursor: Id.nullish(),
});
export const DeclareRelationInput = z.strictObject({
  applicationId: Id,
  note: z.string().trim().max(500, "At most 500 characters."),
});
export const ReadFileInput = z.strictObject({ applicationId: Id, fileId: Id });

export const DoneView = z.object({ done: z.literal(true) });
export const AddedView = z.object({ applicationId: Id, candidateId: Id });
/** The same whether or not the person was known or had applied before. */
export const AppliedView = z.object({
  done: z.literal(true),
  /** Days within which they hear from us. */
  answerDays: z.int(),
});

const Organization = z.object({ name: z.string(), slug: z.string() });
const Pay = z.object({ minMinor: z.int(), maxMinor: z.int(), currency: z.string() });
const StageKind = z.enum(["review", "interview", "offer"]);
const ApplicationState = z.enum([
  "active",
  "on_hold",
  "rejected",
  "withdrawn",
  "transferred",
  "hired",
]);

const PostLine = z.object({
  jobSlug: z.string(),
  jobId: Id,
  postId: Id,
  title: z.string(),
  team: z.string(),
  employmentType: z.enum(["full_time", "part_time", "contract", "internship"]),
  locations: z.array(z.string()),
  workplace: z.enum(["onsite", "hybrid", "remote"]),
  pay: Pay.nullable(),
  /** The last day on which one can apply. */
  closingDate: Day.nullable(),
  publishedAt: Instant,
});
export type PostLine = z.infer<typeof PostLine>;

export const PostListView = z.object({ organization: Organization, posts: z.array(PostLine) });
export type PostListView = z.infer<typeof PostListView>;

const PlannedInterview = z.object({
  name: z.string(),
  kind: z.enum(["interview", "take_home", "reference_check"]),
  minutes: z.int(),
});

export const PublicPostView = z.object({
  organization: Organization,
  timeZone: z.string(),
  post: PostLine.extend({
    body: z.string(),
    privacyNotice: z.string(),
    questions: z.array(
      z.object({
        key: z.string(),
        text: z.string(),
        required: z.boolean(),
        eligibility: z.boolean(),
      }),
    ),
    statements: StatementsView,
  }),
  /** Whether anybody can prepare for it. */
  prepare: z.boolean(),
  steps: z.array(
    z.object({
      name: z.string(),
      kind: StageKind,
      assesses: z.string(),
      /** Days within which a candidate hears from us in this step. */
      answerDays: z.int(),
      interviews: z.array(PlannedInterview),
    }),
  ),
});
export type PublicPostView = z.infer<typeof PublicPostView>;

const OwnStep = z.object({
  name: z.string(),
  kind: StageKind,
  /** `ended`: the application ended in this step. */
  when: z.enum(["done", "now", "to_come", "ended"]),
  assesses: z.string(),
  tip: z.string(),
  interviews: z.array(PlannedInterview),
});
export type OwnStep = z.infer<typeof OwnStep>;

const OwnInterview = PlannedInterview.extend({
  id: Id,
  state: z.enum(["proposed", "scheduled", "held", "absent", "cancelled"]),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  place: z.string(),
  /** Who will be there; shadows are not named. */
  people: z.array(z.string()),
  proposedTimes: z.array(Instant),
  may: z.object({ chooseTime: Why.nullable() }),
});
export type OwnInterview = z.infer<typeof OwnInterview>;

const OwnMessage = z.object({
  id: Id,
  at: Instant,
  /** Who wrote it; null if the candidate did. */
  from: z.string().nullable(),
  text: z.string(),
});
export type OwnMessage = z.infer<typeof OwnMessage>;

const OwnApplication = z.object({
  id: Id,
  job: z.object({ title: z.string(), team: z.string(), locations: z.array(z.string()) }),
  /** As far as the candidate was told. */
  state: ApplicationState,
  createdAt: Instant,
  endedAt: Instant.nullable(),
  /** They hear from us by then at the latest. */
  nextWordAt: Instant.nullable(),
  /** The range that was shown for wherever no other is of a place; null: none was. */
  range: Pay.nullable(),
  /** All that were shown: that one first, then those of regions (ISO 3166). */
  ranges: z.array(Pay.extend({ region: z.string().nullable() })),
  steps: z.array(OwnStep),
  interviews: z.array(OwnInterview),
  offers: z.array(CandidateOfferView),
  answers: z.array(z.object({ key: z.string(), text: z.string(), answer: z.string() })),
  files: z.array(z.object({ id: Id, name: z.string(), size: z.int() })),
  adjustments: z.array(
    z.object({
      id: Id,
      asked: z.string(),
      effect: z.string(),
      createdAt: Instant,
      answeredAt: Instant.nullable(),
    }),
  ),
  messages: z.array(OwnMessage),
  /** What they asked for after a rejection; null: they did not. */
  feedback: OwnFeedback.nullable(),
  /** The job's public post, where one can prepare for it now; null: there is none. */
  prepareFor: z.string().nullable(),
  may: z.object({
    askFeedback: Why.nullable(),
    withdraw: Why.nullable(),
    ask: Why.nullable(),
    askAdjustment: Why.nullable(),
  }),
});
export type OwnApplication = z.infer<typeof OwnApplication>;

/** A candidate's own page: where they stand in each application, and what they may do. */
export const OwnView = z.object({
  organization: Organization,
  timeZone: z.string(),
  privacyNotice: z.string(),
  /** What they were told of a growth baseline, by application, and when. */
  baselineNotices: z.array(z.object({ applicationId: Id, text: z.string(), at: Instant })),
  person: z.object({
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    links: z.array(z.string()),
  }),
  /** Newest first. */
  applications: z.array(OwnApplication),
  /** When they asked to be erased; null if they did not. */
  erasureAskedAt: Instant.nullable(),
  /** Something must stay for now, and is locked away. */
  erasureWaits: z.boolean(),
  /** How long each application is kept and why, in a sentence. */
  keeping: z.array(
    z.object({ applicationId: Id, sentence: z.string(), until: Instant.nullable() }),
  ),
  /** The talent pool: the words they agreed to, or would; `until` when they are in it. */
  pool: z.object({
    until: Instant.nullable(),
    givenAt: Instant.nullable(),
    text: z.string(),
    textVersion: z.string(),
  }),
  /** Whether there is anything here that one can prepare for. */
  canPrepare: z.boolean(),
  may: z.object({ askErasure: Why.nullable(), joinPool: Why.nullable() }),
});
export type OwnView = z.infer<typeof OwnView>;

export const CodeSentView = z.object({
  /** Until when the code can be used at the least. */
  goodUntil: Instant,
});
/** What is held about a person, or how a code did not open it. */
export const ExportView = z.object({
  outcome: z.enum(["exported", "code_wrong", "code_spent"]),
  triesLeft: z.int(),
  document: ExportDocument.nullable(),
});
export type ExportView = z.infer<typeof ExportView>;

const JobChoice = z.object({ jobId: Id, title: z.string() });
export const SearchView = z
  .object({
    candidates: z.array(
      z.object({
        candidateId: Id,
        name: z.string(),
        headline: z.string(),
        /** Null for those who see no contact details. */
        email: z.string().nullable(),
        /** Those that the member may see, newest first. */
        applications: z.array(
          z.object({
            applicationId: Id,
            jobId: Id,
            job: z.string(),
            stage: z.string(),
            state: ApplicationState,
            enteredStageAt: Instant,
          }),
        ),
      }),
    ),
    nextCursor: Id.nullable(),
    /** That very many bear these words, and not all of them were looked at: there may be more. */
    partial: z.boolean(),
    /** The open jobs to which the member may add someone. */
    addTo: z.array(JobChoice),
    /** The open jobs to which the member may refer someone. */
    referTo: z.array(JobChoice),
  })
  .meta({ page: { items: "candidates", cursor: "nextCursor" } });
export type SearchView = z.infer<typeof SearchView>;
