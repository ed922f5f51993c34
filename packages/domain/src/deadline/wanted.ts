import type { DeadlineKind } from "./schemas.ts";

/** What an application's deadlines follow from, as it is now. */
export type DeadlineFacts = {
  application: {
    id: string;
    candidateId: string;
    state: "active" | "on_hold" | "rejected" | "withdrawn" | "transferred" | "hired";
    source: "applied" | "added" | "referred" | "transferred";
    createdAt: Date;
    nextWordAt: Date | null;
  };
  erased: boolean;
  /** The candidate knows of the rejection: its e-mail has left. */
  told: boolean;
  /** Who was added was told of it, or has opened their own page. */
  noticed: boolean;
  scorecards: readonly {
    id: string;
    authorId: string;
    state: "assigned" | "draft" | "submitted" | "excused" | "void" | "struck";
    interviewState: "planned" | "proposed" | "scheduled" | "held" | "absent" | "cancelled";
    endsAt: Date | null;
  }[];
  /** The last interview that was held. */
  lastHeld: { id: string; endsAt: Date } | null;
  /** Since when a question waits. */
  askedAt: Date | null;
  /** Feedback that was asked for, and whether it was given. */
  feedback: { askedAt: Date; sent: boolean } | null;
  offers: readonly {
    id: string;
    state: string;
    expiresAt: Date;
    answeredAt: Date | null;
    /** The first instant of the first day of work. */
    startsAt: Date;
  }[];
  /** The works councils that were asked for consent, by the conditions of offers. */
  councils: readonly {
    /** Its version may still lead to a hire. */
    live: boolean;
    state: "open" | "met" | "waived" | "failed";
    askedOn: string;
    startsAt: Date;
    /** The end of the last day on which it may object; null: nothing says. */
    until: Date | null;
  }[];
};

/** A deadline that is to be open. */
export type Wanted = {
  kind: DeadlineKind;
  subjectId: string;
  origin: string;
  startsAt: Date;
  /** The date that was promised, or that the thing itself has. */
  promisedAt?: Date;
  /** Whose it is in any case. */
  ownerId?: string;
};

const OUT = ["sent", "change_asked", "accepted", "confirmed"];
const BOUND = ["accepted", "confirmed"];

/** Whether the application goes on. */
function isUnderWay({ application }: DeadlineFacts): boolean {
  return application.state === "active" || application.state === "on_hold";
}

/** The deadlines of an application that are open now; `now` begins what begins with a promise. */
export function wantedOf(facts: DeadlineFacts, now: Date): Wanted[] {
  const { application: of, erased } = facts;
  if (erased) return [];
  const wanted: Wanted[] = [];
  const underWay = isUnderWay(facts);
  if (underWay && of.nextWordAt !== null) {
    const origin = of.nextWordAt.toISOString();
    const promisedAt = of.nextWordAt;
    wanted.push({ kind: "next_word", subjectId: of.id, origin, startsAt: now, promisedAt });
  }
  for (const card of underWay ? facts.scorecards : []) {
    if (card.endsAt === null || !isOwed(card)) continue;
    wanted.push({
      kind: "scorecard_owed",
      subjectId: card.id,
      origin: card.endsAt.toISOString(),
      startsAt: card.endsAt,
      ownerId: card.authorId,
    });
  }
  if (underWay && facts.askedAt !== null) {
    const origin = facts.askedAt.toISOString();
    wanted.push({ kind: "question_answer", subjectId: of.id, origin, startsAt: facts.askedAt });
  }
  if (underWay && facts.lastHeld !== null && !isOfferOut(facts)) {
    const { id: origin, endsAt: startsAt } = facts.lastHeld;
    wanted.push({ kind: "answer_interviewed", subjectId: of.id, origin, startsAt });
  }
  if (of.state === "rejected" && facts.feedback?.sent === false) {
    const { askedAt: startsAt } = facts.feedback;
    const origin = startsAt.toISOString();
    wanted.push({ kind: "feedback_owed", subjectId: of.id, origin, startsAt });
  }
  if ((of.source === "added" || of.source === "referred") && !facts.noticed) {
    const { candidateId: subjectId, id: origin, createdAt: startsAt } = of;
    wanted.push({ kind: "notice_art14", subjectId, origin, startsAt });
  }
  for (const offer of facts.offers) {
    if (offer.state === "sent" || offer.state === "change_asked") {
      const origin = offer.expiresAt.toISOString();
      const promisedAt = offer.expiresAt;
      wanted.push({
        kind: "offer_expiry",
        subjectId: offer.id,
        origin,
        startsAt: now,
        promisedAt,
      });
    }
    if (BOUND.includes(offer.state) && of.state === "hired") {
      const { id: origin, answeredAt, startsAt: work } = offer;
      const accepted = answeredAt ?? now;
      const startsAt = work > accepted ? work : accepted;
      wanted.push({ kind: "post_selection_notice", subjectId: offer.id, origin, startsAt });
    }
  }
  const council = underWay || of.state === "hired" ? openCouncil(facts) : undefined;
  if (council !== undefined) {
    const { askedOn: origin, startsAt, until: promisedAt } = council;
    wanted.push({ kind: "works_council", subjectId: of.id, origin, startsAt, promisedAt });
  }
  return wanted;
}

/** The council that is waited for; of several, the one whose time is over first. */
function openCouncil({ councils }: DeadlineFacts) {
  return councils
    .flatMap(({ until, ...one }) =>
      one.live && one.state === "open" && until !== null ? [{ ...one, until }] : [],
    )
    .toSorted((a, b) => a.until.getTime() - b.until.getTime())[0];
}

function isOwed({ state, interviewState }: DeadlineFacts["scorecards"][number]): boolean {
  const taken = interviewState === "scheduled" || interviewState === "held";
  return taken && (state === "assigned" || state === "draft");
}

function isOfferOut({ offers }: DeadlineFacts): boolean {
  return offers.some(({ state }) => OUT.includes(state));
}

/** A council has answered: consented, objected, or been silent until its consent was given. */
function isAnswered({ state }: DeadlineFacts["councils"][number]): boolean {
  return state === "met" || state === "failed";
}

/** The timeline's lines by which a candidate hears from us. */
const WORDS: readonly string[] = [
  "application.messaged",
  "application.stage_entered",
  "application.held",
];

/**
 * How an open deadline ends that is not wanted any more: it was met, it fell away with what it was
 * about, or it stays, because the rejection that ends it is not told yet. `event` is the line of
 * the timeline that was written just now.
 */
export function endOf(
  row: { kind: DeadlineKind; subjectId: string; origin: string; recorded: boolean },
  facts: DeadlineFacts,
  event: string,
): "done" | "void" | "stays" {
  const { state } = facts.application;
  if (facts.erased) return "void";
  if (row.recorded) {
    if (row.kind === "works_council" && facts.councils.some((one) => one.live)) {
      return facts.councils.some((one) => one.live && isAnswered(one)) ? "done" : "void";
    }
    const bound = row.kind === "works_council" || row.kind === "own";
    const over = state === "rejected" || state === "withdrawn" || state === "transferred";
    return bound && over ? "void" : "stays";
  }
  const untilTold = facts.told ? "done" : "stays";
  switch (row.kind) {
    case "next_word":
      if (state === "rejected") return untilTold;
      if (state === "hired") return "done";
      return isUnderWay(facts) && WORDS.includes(event) ? "done" : "void";
    case "question_answer":
      if (state === "rejected") return untilTold;
      return isUnderWay(facts) ? "done" : "void";
    case "answer_interviewed":
      if (state === "rejected") return untilTold;
      if (state === "hired") return "done";
      return isUnderWay(facts) && isOfferOut(facts) ? "done" : "void";
    case "feedback_owed":
      return facts.feedback?.sent === true ? "done" : "void";
    case "scorecard_owed": {
      const card = facts.scorecards.find(({ id }) => id === row.subjectId);
      return card?.state === "submitted" || card?.state === "struck" ? "done" : "void";
    }
    case "notice_art14":
      return "done";
    case "offer_expiry": {
      const offer = facts.offers.find(({ id }) => id === row.subjectId);
      return offer?.state === "withdrawn" || offer?.state === "superseded" ? "void" : "done";
    }
    case "post_selection_notice":
      return "void";
    case "works_council":
      return facts.councils.some((one) => one.askedOn === row.origin && isAnswered(one))
        ? "done"
        : "void";
    case "promotion_notice":
    case "access_request":
    case "cure_notice":
    case "pay_information":
    case "own":
      return "stays";
  }
}
