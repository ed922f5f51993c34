import type { Member } from "@rubric/domain/context";
import {
  holdApplication,
  rejectApplication,
  withdrawApplication,
} from "@rubric/domain/application";
import { markAbsent } from "@rubric/domain/interview";
import { makeOffer, type OfferEnd } from "./offers.ts";
import {
  type Case,
  debrief,
  decide,
  excuse,
  fromNow,
  later,
  propose,
  schedule,
  startDraft,
  submit,
  takeOn,
  turnDown,
} from "./journey.ts";
import { rated } from "./kits.ts";
import type { Tone } from "./words.ts";

/** Who interviews in the demo: the first call, and each part of the loop. */
export type Panel = { call: Member; design: Member; code: Member; security: Member };

export type Story = (one: Case, panel: Panel) => Promise<void>;

/** A new application that nobody has read yet. */
export const fresh: Story = async () => {};

/** Read and turned down. */
export const turnedDown: Story = async (one) => turnDown(one, later(one, 3, 15));

/** Rejected, for an answer says that a work permit is missing. */
export const notEligible: Story = async (one) => {
  await one.world.acting.act(
    one.job.recruiter,
    later(one, 1, 11),
    "application.reject",
    rejectApplication,
    {
      applicationId: one.applicationId,
      kind: "not_eligible",
      answerKey: "permit",
      otherApplicationId: null,
    },
  );
};

/** The candidate told the recruiter that they no longer want the job. */
export const withdrew: Story = async (one) => {
  await takeOn(one, later(one, 2, 10));
  await one.world.acting.act(
    one.job.recruiter,
    later(one, 2, 16),
    "application.withdraw",
    withdrawApplication,
    {
      applicationId: one.applicationId,
      said: "Called: has taken a job nearer home, and thanked us for the quick answers.",
    },
  );
};

/** On hold until a date that was promised. */
export const onHold: Story = async (one) => {
  await takeOn(one, later(one, 2, 10));
  await one.world.acting.act(
    one.job.recruiter,
    later(one, 3, 14),
    "application.hold",
    holdApplication,
    {
      applicationId: one.applicationId,
      reason: "Is away until the end of the month and asked us to wait.",
      nextWordAt: fromNow(one, 24 * 16).toISOString(),
    },
  );
};

/** Taken on; the first call is still without a time. */
export const callPlanned: Story = async (one) => takeOn(one, later(one, 2, 10));

/** The candidate has three times to choose from. */
export const callProposed: Story = async (one, panel) => {
  await takeOn(one, later(one, 2, 10));
  await propose(one, later(one, 1, 11), "First call", panel.call);
};

/** The first call is so many hours from now. */
export const callAhead =
  (hours: number): Story =>
  async (one, panel) => {
    await takeOn(one, later(one, 2, 10));
    await schedule(one, later(one, 1, 11), "First call", fromNow(one, hours), 45, [panel.call]);
  };

/** The call was held so many hours ago and its scorecard is owed; perhaps begun. */
export const callOwed =
  (hours: number, begun: boolean): Story =>
  async (one, panel) => {
    await takeOn(one, later(one, 2, 10));
    const startsAt = fromNow(one, -hours);
    const at = new Date(Math.min(later(one, 1, 11).getTime(), startsAt.getTime() - 86_400_000));
    const id = await schedule(one, at, "First call", startsAt, 45, [panel.call]);
    if (begun) await startDraft(one, fromNow(one, 0.75 - hours), id, panel.call);
  };

/** The candidate did not come to the call; a new one is to be scheduled. */
export const callMissed: Story = async (one, panel) => {
  await takeOn(one, later(one, 2, 10));
  const arranged = later(one, 1, 11);
  const startsAt = later(one, 3, 13);
  const interviewId = await schedule(one, arranged, "First call", startsAt, 45, [panel.call]);
  await one.world.acting.act(
    one.job.recruiter,
    new Date(startsAt.getTime() + 1_800_000),
    "interview.markAbsent",
    markAbsent,
    { interviewId, side: "candidate" },
  );
};

/** The call's scorecard is in; the manager has to decide. */
export const callToDecide =
  (tone: Tone): Story =>
  async (one, panel) => {
    await takeOn(one, later(one, 2, 10));
    await holdCall(one, panel, tone);
  };

/** Rejected after the call, on what was rated there. */
export const rejectedAfterCall: Story = async (one, panel) => {
  await callToDecide("weak")(one, panel);
  await decide(
    one,
    later(one, 1, 16),
    "call",
    "reject",
    { reason: "The reasons behind the design stayed unclear, asked three ways." },
    rated(one.job.plan, "First call").slice(0, 2),
  );
};

/** Passed the call and waits for the loop to be scheduled. */
export const loopPlanned: Story = async (one, panel) => {
  await callToDecide("strong")(one, panel);
  await decide(
    one,
    later(one, 1, 16),
    "call",
    "advance",
    { reason: "Clear, modest and exact about a case of their own." },
    rated(one.job.plan, "First call").slice(0, 2),
  );
};

/** The loop is spread over the coming days, its first part so many hours from now. */
export const loopAhead =
  (hours: number): Story =>
  async (one, panel) => {
    await loopPlanned(one, panel);
    const at = later(one, 1, 10);
    for (const [index, part] of parts(panel).entries()) {
      await schedule(one, at, part.name, fromNow(one, hours + index * 24), part.minutes, [
        part.who,
      ]);
    }
  };

/** The loop was held; so many of its three scorecards are in. */
export const loopOwed =
  (submitted: number, tones: readonly Tone[]): Story =>
  async (one, panel) => {
    await loopPlanned(one, panel);
    const at = later(one, 1, 10);
    const start = later(one, 4, 9);
    for (const [index, part] of parts(panel).entries()) {
      const startsAt = new Date(start.getTime() + index * 5_400_000);
      const id = await schedule(one, at, part.name, startsAt, part.minutes, [part.who]);
      if (index >= submitted) continue;
      const written = new Date(startsAt.getTime() + (part.minutes + 35) * 60_000);
      await submit(one, written, id, part.who, tones[index] ?? "fair");
    }
  };

/** All scorecards of the loop are in but one, whose author was excused; the debrief is ready. */
export const loopExcused: Story = async (one, panel) => {
  await loopPlanned(one, panel);
  const at = later(one, 1, 10);
  const start = later(one, 4, 9);
  for (const [index, part] of parts(panel).entries()) {
    const startsAt = new Date(start.getTime() + index * 5_400_000);
    const id = await schedule(one, at, part.name, startsAt, part.minutes, [part.who]);
    const written = new Date(startsAt.getTime() + (part.minutes + 35) * 60_000);
    if (index < 2) await submit(one, written, id, part.who, index === 0 ? "strong" : "fair");
    else await excuse(one, later(one, 2, 12), id, part.who);
  }
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
  await decide(
    one,
    later(one, 1, 10),
    "loop",
    "reject",
    { reason: "Concurrency is the heart of this job, and it was not there yet." },
    rated(one.job.plan, "System design").slice(0, 2),
  );
};

/** Decided for an offer, which has come as far as `end`. */
export const offered =
  (end: OfferEnd, amount: number): Story =>
  async (one, panel) => {
    await loopOwed(3, ["strong", "strong", "fair"])(one, panel);
    await debrief(one, later(one, 1, 14), { close: true });
    await decide(
      one,
      later(one, 1, 10),
      "loop",
      "offer",
      {
        reason:
          "Reasons like an owner, tests before shipping, and asks what an erasure leaves behind.",
      },
      [
        ...rated(one.job.plan, "System design"),
        ...rated(one.job.plan, "Security and personal data"),
      ].slice(0, 4),
    );
    await makeOffer(one, end, amount);
  };

async function holdCall(one: Case, panel: Panel, tone: Tone): Promise<void> {
  const arranged = later(one, 1, 11);
  const startsAt = later(one, 3, 13);
  const id = await schedule(one, arranged, "First call", startsAt, 45, [panel.call]);
  one.clock = new Date(startsAt.getTime() + 70 * 60_000);
  await submit(one, one.clock, id, panel.call, tone);
}

function parts({ design, code, security }: Panel) {
  return [
    { name: "System design", minutes: 75, who: design },
    { name: "A change in code", minutes: 75, who: code },
    { name: "Security and personal data", minutes: 60, who: security },
  ];
}
