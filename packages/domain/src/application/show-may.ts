import { together } from "@rubric/db";
import type { ReadCtx } from "../context.ts";
import { type Denial, deny, explain } from "../errors.ts";
import { whyNotArrange, whyNotExtra } from "../interview/rules.ts";
import { type Permission, permissionRow } from "../permissions.ts";
import { decideDenial, movesOf } from "./moves.ts";
import type { Placed } from "./placed.ts";
import { rejectionHolds } from "./reject-facts.ts";
import { takeBackDenial } from "./rejection-mail.ts";
import { whyNotNow, whyNotReject } from "./rules.ts";
import { type ApplicationView, type MayView, REJECT_KINDS } from "./schemas.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor" | "duties" | "limits" | "clock">;

/** Answers for each command: null where it is not for the reader; else why it is refused, or null. */
export function mayIn(ctx: Pick<ReadCtx, "duties">, at: Pick<Placed, "conflict" | "seal">) {
  return (permission: Permission, denial: Denial | null): MayView => {
    const own = permissionRow(permission);
    if (!own.to.some((duty) => ctx.duties.has(duty))) return null;
    const refused =
      (own.impartial ? at.conflict : null) ?? (own.unsealed ? at.seal.blind : null) ?? denial;
    return { refused: refused === null ? null : explain(refused) };
  };
}

/** What the reader may do here now, by the same rules that the commands obey. */
export async function mayView(
  ctx: Ctx,
  at: Placed,
  jobState: string,
  adjustments: ApplicationView["adjustments"],
  planned: ApplicationView["planned"],
): Promise<ApplicationView["may"]> {
  const { row } = at;
  const may = mayIn(ctx, at);
  const offered = at.facts.offerOut ? deny("OFFER_OUT", {}) : null;
  const underWay = row.state === "active" || row.state === "on_hold";
  const only = (shown: boolean, view: MayView): MayView => (shown ? view : null);
  const skips = movesOf(ctx, at).filter((one) => one.how !== "decide");
  const canMove = skips.some((one) => one.denial === null);
  const asked = adjustments.some((one) => one.answeredAt === null);
  return {
    decide:
      at.facts.decider === null
        ? null
        : only(underWay, may("debrief.decide", decideDenial(ctx, at, "reject"))),
    schedule: only(
      underWay && at.interviews.some((one) => one.stageId === at.stage.id),
      may("interview.schedule", whyNotNow("hold", row.state)),
    ),
    readScorecards: only(
      at.facts.stage.interviewed || at.seal.seats.length > 0,
      may("debrief.show", null),
    ),
    writeOffer: only(at.facts.offerDecided || at.offer !== null, may("offer.list", null)),
    addNote: may("application.addNote", null),
    message: only(underWay, may("application.message", null)),
    hold: only(row.state === "active", may("application.hold", whyNotNow("hold", row.state))),
    resume: only(row.state === "on_hold", may("application.resume", null)),
    reject: only(underWay, may("application.reject", offered)),
    takeBackMail:
      row.state === "rejected"
        ? may("application.takeBackMail", await takeBackDenial(ctx, row, jobState))
        : null,
    withdraw: only(underWay, may("application.withdraw", whyNotNow("withdraw", row.state))),
    move: only(underWay, may("application.move", canMove ? null : (skips[0]?.denial ?? null))),
    transfer: only(underWay, may("application.transfer", offered)),
    answerAdjustment: only(asked, may("application.answerAdjustment", null)),
    declareRelation: may("candidate.declareRelation", null),
    addExtra: only(
      underWay && planned.length > 0,
      may(
        "interview.addExtra",
        whyNotArrange(row.state) ?? whyNotExtra({ ofStage: true, open: !at.facts.stage.decided }),
      ),
    ),
  };
}

/** Each administrative rejection with what speaks against it: whether there is a fact to name. */
export async function rejectionsView(
  ctx: Ctx,
  at: Placed,
  jobState: string,
  duplicates: number,
): Promise<ApplicationView["rejections"]> {
  const { row } = at;
  const named = {
    answerKey: row.answers.find((one) => one.eligibility)?.key ?? null,
    otherApplicationId: null,
  };
  return together(
    REJECT_KINDS.map(async (kind) => {
      const holds =
        kind === "duplicate"
          ? duplicates > 0
          : await rejectionHolds(ctx, row, jobState, kind, named);
      const denial = whyNotReject({ state: row.state, offerOut: at.facts.offerOut, kind, holds });
      return { kind, refused: denial === null ? null : explain(denial) };
    }),
  );
}
