import {
  acceptOffer,
  answerOfferException,
  approveOffer,
  askOfferChange,
  askOfferException,
  askToWithdrawOffer,
  confirmOffer,
  declineOffer,
  draftOffer,
  listOffers,
  noteFellThrough,
  replaceOfferApprover,
  requestOffer,
  sendBackOffer,
  sendOffer,
  settleOfferCondition,
  showOffer,
  withdrawOffer,
} from "@rubric/domain/offer";
import {
  ApproveOfferInput,
  AskChangeInput,
  CandidateOfferView,
  DeclineOfferInput,
  DraftOfferInput,
  FellThroughInput,
  ListOffersInput,
  OfferInput,
  OfferListView,
  OfferPageView,
  ReasonedOfferInput,
} from "@rubric/domain/offer/schemas";
import {
  AnswerExceptionInput,
  AskExceptionInput,
  ReplaceApproverInput,
  SettleConditionInput,
} from "@rubric/domain/offer/pay-schemas";
import { command, query, router } from "../procedure.ts";

const terms = ["RANGE_REASON_MISSING", "BAND_REASON_MISSING", "OFFER_EXPIRY_PAST"] as const;
const draftable = ["APPLICATION_STATE", "OFFER_UNDECIDED"] as const;
const approver = ["OFFER_OWN_APPROVAL", "APPROVER_UNFIT"] as const;

const routes = router({
  list: query("offer.list", { errors: [] })
    .input(ListOffersInput)
    .output(OfferListView)
    .query(({ ctx, input }) => listOffers(ctx, input)),

  show: query("offer.show", { errors: [] })
    .input(OfferInput)
    .output(OfferPageView)
    .query(({ ctx, input }) => showOffer(ctx, input)),

  draft: command("offer.draft", {
    errors: [...draftable, ...terms, ...approver, "OFFER_PLACE", "OFFER_STATE", "OFFER_NOT_YOURS"],
  })
    .input(DraftOfferInput)
    .output(OfferListView)
    .mutation(({ ctx, input }) => draftOffer(ctx, input)),

  request: command("offer.request", {
    errors: [
      ...draftable,
      ...terms,
      ...approver,
      "OFFER_OUTSIDE",
      "APPROVAL_SHORT",
      "OFFER_STATE",
      "OFFER_NOT_YOURS",
    ],
  })
    .input(OfferInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => requestOffer(ctx, input)),

  approve: command("offer.approve", {
    errors: [
      ...draftable,
      "OFFER_EXPIRY_PAST",
      "OFFER_STATE",
      "OFFER_OWN_APPROVAL",
      "APPROVAL_NOT_YET",
      "APPROVAL_GIVEN",
      "CHANGED_SINCE_READ",
    ],
  })
    .input(ApproveOfferInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => approveOffer(ctx, input)),

  sendBack: command("offer.sendBack", { errors: ["OFFER_STATE", "OFFER_NOT_YOURS"] })
    .input(ReasonedOfferInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => sendBackOffer(ctx, input)),

  send: command("offer.send", {
    errors: [
      ...draftable,
      ...terms,
      "OFFER_OUTSIDE",
      "OFFER_STATE",
      "JOB_ON_HOLD",
      "OFFER_UNANSWERED",
      "HEADCOUNT",
      "REQUISITION_ON_HOLD",
      "REQUISITION_APPROVER_UNFIT",
    ],
  })
    .input(OfferInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => sendOffer(ctx, input)),

  askChange: command("offer.askChange", { errors: ["OFFER_STATE", "OFFER_EXPIRED"] })
    .input(AskChangeInput)
    .output(CandidateOfferView)
    .mutation(({ ctx, input }) => askOfferChange(ctx, input)),

  accept: command("offer.accept", {
    errors: ["OFFER_STATE", "OFFER_EXPIRED", "APPLICATION_STATE"],
  })
    .input(OfferInput)
    .output(CandidateOfferView)
    .mutation(({ ctx, input }) => acceptOffer(ctx, input)),

  decline: command("offer.decline", { errors: ["OFFER_STATE"] })
    .input(DeclineOfferInput)
    .output(CandidateOfferView)
    .mutation(({ ctx, input }) => declineOffer(ctx, input)),

  askToWithdraw: command("offer.askToWithdraw", {
    errors: ["OFFER_STATE", "WITHDRAWAL_ASKED", "WITHDRAWAL_BY_ONE"],
  })
    .input(ReasonedOfferInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => askToWithdrawOffer(ctx, input)),

  withdraw: command("offer.withdraw", {
    errors: ["OFFER_STATE", "WITHDRAWAL_NOT_ASKED", "WITHDRAWAL_BY_ONE"],
  })
    .input(OfferInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => withdrawOffer(ctx, input)),

  confirm: command("offer.confirm", { errors: ["OFFER_STATE", "CONDITION_OPEN"] })
    .input(OfferInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => confirmOffer(ctx, input)),

  fellThrough: command("offer.fellThrough", { errors: ["OFFER_STATE", "APPLICATION_STATE"] })
    .input(FellThroughInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => noteFellThrough(ctx, input)),

  askException: command("offer.askException", {
    errors: ["OFFER_STATE", "EXCEPTION_STATE", "EXCEPTION_NEEDLESS"],
  })
    .input(AskExceptionInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => askOfferException(ctx, input)),

  answerException: command("offer.answerException", {
    errors: ["EXCEPTION_STATE", "EXCEPTION_OWN", "EXCEPTION_STALE"],
  })
    .input(AnswerExceptionInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => answerOfferException(ctx, input)),

  replaceApprover: command("offer.replaceApprover", {
    errors: [...approver, "OFFER_STATE", "APPROVER_NOT_ASKED", "APPROVER_FIT", "APPROVER_STAND_IN"],
  })
    .input(ReplaceApproverInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => replaceOfferApprover(ctx, input)),

  settleCondition: command("offer.settleCondition", {
    errors: ["OFFER_STATE", "CONDITION_STATE", "CONDITION_EARLY", "APPLICATION_STATE"],
  })
    .input(SettleConditionInput)
    .output(OfferPageView)
    .mutation(({ ctx, input }) => settleOfferCondition(ctx, input)),
});

type Routes = typeof routes;
export interface OfferRouter extends Routes {}
/** Under a name of its own the router's type is written once, however many refer to it. */
export const offerRouter: OfferRouter = routes;
