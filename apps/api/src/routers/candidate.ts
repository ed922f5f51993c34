import {
  addCandidate,
  applyToJob,
  ask,
  askAdjustment,
  askErasure,
  declareRelation,
  exportOwn,
  joinPool,
  leavePool,
  listPosts,
  referCandidate,
  requestExportCode,
  requestLink,
  searchCandidates,
  showOwn,
  showPost,
  withdrawOwn,
} from "@rubric/domain/candidate";
import {
  AddCandidateInput,
  AddedView,
  AppliedView,
  ApplyInput,
  AskAdjustmentInput,
  AskInput,
  CodeSentView,
  DeclareRelationInput,
  DoneView,
  ExportOwnInput,
  ExportView,
  JoinPoolInput,
  ListPostsInput,
  NoInput,
  OwnApplicationInput,
  OwnView,
  PostListView,
  PublicPostView,
  ReferInput,
  RequestLinkInput,
  SearchCandidatesInput,
  SearchView,
  ShowPostInput,
} from "@rubric/domain/candidate/schemas";
import { command, query, router } from "../procedure.ts";

const routes = router({
  listPosts: query("candidate.listPosts", { errors: [] })
    .input(ListPostsInput)
    .output(PostListView)
    .query(({ ctx }) => listPosts(ctx)),

  showPost: query("candidate.showPost", { errors: [] })
    .input(ShowPostInput)
    .output(PublicPostView)
    .query(({ ctx, input }) => showPost(ctx, input)),

  applyToJob: command("candidate.applyToJob", {
    errors: [
      "POST_CLOSED",
      "POST_CHANGED",
      "JOB_NOT_OPEN",
      "ANSWERS_MISSING",
      "RESUME_INVALID",
      "UPLOAD_GONE",
    ],
    rate: "public",
  })
    .input(ApplyInput)
    .output(AppliedView)
    .mutation(({ ctx, input }) => applyToJob(ctx, input)),

  requestLink: command("candidate.requestLink", { errors: [], rate: "guess" })
    .input(RequestLinkInput)
    .output(DoneView)
    .mutation(({ ctx, input }) => requestLink(ctx, input)),

  showOwn: query("candidate.showOwn", { errors: ["LINK_INVALID"] })
    .input(NoInput)
    .output(OwnView)
    .query(({ ctx }) => showOwn(ctx)),

  withdraw: command("candidate.withdraw", {
    errors: ["LINK_INVALID", "APPLICATION_OVER", "APPLICATION_STATE"],
  })
    .input(OwnApplicationInput)
    .output(OwnView)
    .mutation(({ ctx, input }) => withdrawOwn(ctx, input)),

  askAdjustment: command("candidate.askAdjustment", {
    errors: ["LINK_INVALID", "APPLICATION_OVER", "ADJUSTMENTS_WAITING"],
  })
    .input(AskAdjustmentInput)
    .output(OwnView)
    .mutation(({ ctx, input }) => askAdjustment(ctx, input)),

  ask: command("candidate.ask", {
    errors: ["LINK_INVALID", "APPLICATION_OVER", "QUESTIONS_WAITING"],
  })
    .input(AskInput)
    .output(OwnView)
    .mutation(({ ctx, input }) => ask(ctx, input)),

  askErasure: command("candidate.askErasure", {
    errors: [
      "LINK_INVALID",
      "CANDIDATE_ERASED",
      "ERASURE_RUNNING",
      "ERASURE_WAITING",
      "APPLICATION_STATE",
    ],
  })
    .input(NoInput)
    .output(OwnView)
    .mutation(({ ctx }) => askErasure(ctx)),

  joinPool: command("candidate.joinPool", {
    errors: ["LINK_INVALID", "ERASURE_RUNNING", "POOL_JOINED", "POOL_TEXT_CHANGED"],
  })
    .input(JoinPoolInput)
    .output(OwnView)
    .mutation(({ ctx, input }) => joinPool(ctx, input)),

  leavePool: command("candidate.leavePool", { errors: ["LINK_INVALID", "POOL_LEFT"] })
    .input(NoInput)
    .output(OwnView)
    .mutation(({ ctx }) => leavePool(ctx)),

  requestExportCode: command("candidate.requestExportCode", {
    errors: ["LINK_INVALID", "EXPORT_CODES_MANY"],
  })
    .input(NoInput)
    .output(CodeSentView)
    .mutation(({ ctx }) => requestExportCode(ctx)),

  exportOwn: command("candidate.exportOwn", {
    errors: ["LINK_INVALID"],
    rate: "guess",
  })
    .input(ExportOwnInput)
    .output(ExportView)
    .mutation(({ ctx, input }) => exportOwn(ctx, input)),

  add: command("candidate.add", {
    errors: ["JOB_NOT_OPEN", "ACTIVE_APPLICATION", "UPLOAD_GONE"],
  })
    .input(AddCandidateInput)
    .output(AddedView)
    .mutation(({ ctx, input }) => addCandidate(ctx, input)),

  refer: command("candidate.refer", {
    errors: ["JOB_NOT_OPEN", "REFERRED_ONESELF", "UPLOAD_GONE"],
  })
    .input(ReferInput)
    .output(DoneView)
    .mutation(({ ctx, input }) => referCandidate(ctx, input)),

  search: query("candidate.search", { errors: [] })
    .input(SearchCandidatesInput)
    .output(SearchView)
    .query(({ ctx, input }) => searchCandidates(ctx, input)),

  declareRelation: command("candidate.declareRelation", { errors: ["RELATION_DECLARED"] })
    .input(DeclareRelationInput)
    .output(DoneView)
    .mutation(({ ctx, input }) => declareRelation(ctx, input)),
});

type Routes = typeof routes;
export interface CandidateRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const candidateRouter: CandidateRouter = routes;
