import { markAbsent } from "@rubric/domain/interview";
import type { Calendar } from "./calendar.ts";
import {
  callSlot,
  holdCall,
  holdLoop,
  held,
  type Loop,
  type Panel,
  passCall,
  propose,
  schedule,
  startDraft,
  submit,
} from "./interviews.ts";
import {
  after,
  type Case,
  decide,
  fromNow,
  later,
  onQuarter,
  takeOn,
  turnDown,
} from "./journey.ts";
import { rated } from "./kits.ts";
import { makeOffer, type OfferEnd, type Terms } from "./offers.ts";
import { saying } from "./sayings.ts";
import { debrief, lowerQuorum } from "./talks.ts";
import type { Tone } from "./words.ts";

export type { Panel } from "./interviews.ts";
export type Story = (one: Case, panel: Panel) => Promise<void>;

/** An instant ahead: so many hours from now, or by the calendar. */
export type When = number | ((calendar: Calendar) => Date);

/** A new application that nobody has read yet. */
export const fresh: Story = async () => {};

/** Read and turned down. */
export const turnedDown: Story = async (one) => turnDown(one, later(one, 3, 15));

/** Taken on; the first call is still without a time. */
export const callPlanned: Story = async (one) => takeOn(one, later(one, 2, 10));

/** The candidate has three times to choose from. */
export const callProposed: Story = async (one, panel) => {
  await takeOn(one, later(one, 2, 10));
  await propose(one, later(one, 1, 11), "First call", panel.call);
};

/** The first call is ahead. */
export const callAhead =
  (when: When): Story =>
  async (one, panel) => {
    await takeOn(one, later(one, 2, 10));
    await schedule(one, later(one, 1, 11), callSlot(panel, whenOf(one, when)));
  };

/** The call was held so many hours ago and its scorecard is owed; perhaps begun. */
export const callOwed =
  (hours: number, begun: boolean): Story =>
  async (one, panel) => {
    await takeOn(one, later(one, 2, 10));
    const slot = callSlot(
      panel,
      onQuarter(one.world.calendar?.recent(hours) ?? fromNow(one, -hours)),
    );
    const at = Math.min(later(one, 1, 11).getTime(), after(slot.startsAt, -24 * 60).getTime());
    const id = await schedule(one, new Date(at), slot);
    await held(one, slot);
    if (begun) await startDraft(one, after(slot.startsAt, 46), id, panel.call);
  };

/** The candidate did not come to the call; a new one is to be scheduled. */
export const callMissed: Story = async (one, panel) => {
  await takeOn(one, later(one, 2, 10));
  const arranged = later(one, 1, 11);
  const slot = callSlot(panel, onQuarter(later(one, 3, 13)));
  const interviewId = await schedule(one, arranged, slot);
  const at = after(slot.startsAt, 30);
  await one.world.acting.act(one.job.recruiter, at, "interview.markAbsent", markAbsent, {
    interviewId,
    side: "candidate",
  });
};

/** The call's scorecard is in; the manager has to decide. */
export const callToDecide =
  (tone: Tone): Story =>
  (one, panel) =>
    holdCall(one, panel, tone);

/** Rejected after the call, on what was rated there. */
export const rejectedAfterCall: Story = async (one, panel) => {
  await holdCall(one, panel, "weak");
  const grounds = rated(one.job.plan, "First call").slice(0, 2);
  await decide(one, later(one, 1, 16), "call", "reject", saying("afterCall", one.turn), grounds);
};

/** Passed the call and waits for the loop to be scheduled. */
export const loopPlanned: Story = passCall;

/** The loop was held; so many of its three scorecards are in. */
export const loopOwed =
  (submitted: number, tones: readonly Tone[]): Story =>
  async (one, panel) => {
    await holdLoop(one, panel, {
      tones: [0, 1, 2].map((index) => (index < submitted ? (tones[index] ?? "fair") : null)),
    });
  };

/** The debrief of the loop runs. */
export const debriefOpen: Story = async (one, panel) => {
  await loopOwed(3, ["strong", "fair", "strong"])(one, panel);
  await debrief(one, later(one, 2, 14), { close: false });
};

/** Talked over and rejected on the loop's criteria. */
export const rejectedAfterLoop: Story = async (one, panel) => {
  await loopOwed(3, ["fair", "weak", "fair"])(one, panel);
  await debrief(one, later(one, 1, 14), { close: true });
  const grounds = rated(one.job.plan, "System design").slice(0, 2);
  await decide(one, later(one, 1, 10), "loop", "reject", saying("afterLoop", one.turn), grounds);
};

/** Decided for an offer, which has come as far as `end`. */
export const offered =
  (end: OfferEnd, amountMinor: number, terms: Terms = {}): Story =>
  async (one, panel) => {
    const loop: Loop = { tones: ["strong", terms.short === true ? null : "strong", "fair"] };
    const [, codeId = ""] = await holdLoop(one, panel, loop);
    if (terms.short === true) await lowerQuorum(one, later(one, 1, 12));
    await debrief(one, later(one, terms.short === true ? 0 : 1, 14), { close: true });
    const grounds = [
      ...rated(one.job.plan, "System design"),
      ...rated(one.job.plan, "Security and personal data"),
    ].slice(0, 4);
    const at = later(one, 1, 10);
    await decide(one, at, "loop", "offer", saying("offered", one.turn), [...new Set(grounds)]);
    if (terms.short === true) await submit(one, after(at, 120), codeId, panel.code, "strong");
    await makeOffer(one, end, amountMinor, terms);
  };

function whenOf(one: Case, when: When): Date {
  const { calendar } = one.world;
  if (typeof when === "number") return fromNow(one, when);
  if (calendar === undefined) throw new Error("This story goes by a calendar.");
  return when(calendar);
}
