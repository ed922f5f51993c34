import {
  holdApplication,
  rejectApplication,
  transferApplication,
  withdrawApplication,
} from "@rubric/domain/application";
import { setFocus } from "@rubric/domain/interview";
import type { Calendar } from "./calendar.ts";
import { held, holdLoop, loopSlots, passCall, schedule, submit } from "./interviews.ts";
import { after, type Case, fromNow, later, lately, onQuarter, takeOn } from "./journey.ts";
import { saying } from "./sayings.ts";
import { loopOwed, type Story } from "./stories.ts";
import { breakGlass, debrief, excuse } from "./talks.ts";

/** Rejected, for an answer says that a work permit is missing. */
export const notEligible: Story = async (one) => {
  const at = later(one, 1, 11);
  await one.world.acting.act(one.job.recruiter, at, "application.reject", rejectApplication, {
    applicationId: one.applicationId,
    kind: "not_eligible",
    answerKey: "permit",
    otherApplicationId: null,
  });
};

/** The candidate told the recruiter that they no longer want the job. */
export const withdrew: Story = async (one) => {
  await takeOn(one, later(one, 2, 10));
  await withdraw(one, later(one, 2, 16), saying("withdrew", one.turn));
};

/** A story after which the candidate, who declined the offer, is out. */
export const andOut =
  (of: Story): Story =>
  async (one, panel) => {
    await of(one, panel);
    await withdraw(one, later(one, 1, 9), "Declined our offer, and would hear from us again.");
  };

/** On hold, with the next word promised for a working day to come (negative: one that is past). */
export const onHold =
  (wordIn: number, reason: string): Story =>
  async (one) => {
    await takeOn(one, later(one, 2, 10));
    const { acting, calendar } = one.world;
    const word = calendar?.coming(wordIn, 17) ?? fromNow(one, 24 * wordIn);
    await acting.act(one.job.recruiter, later(one, 3, 14), "application.hold", holdApplication, {
      applicationId: one.applicationId,
      reason,
      nextWordAt: word.toISOString(),
    });
  };

/** Transferred to another job, to which the candidate agreed. */
export const transferred =
  (toJobId: string): Story =>
  async (one) => {
    const { acting } = one.world;
    const at = later(one, 2, 15);
    await acting.act(one.job.recruiter, at, "application.transfer", transferApplication, {
      applicationId: one.applicationId,
      toJobId,
      agreed: true,
      reason:
        "Two years of experience and a liking for what happens when a bank does not answer: Payouts is the better place to begin.",
    });
  };

/** The parts of the loop are ahead, at these times; perhaps with a focus for the last of them. */
export const loopAhead =
  (
    times: (calendar: Calendar) => readonly Date[],
    options: { focus?: string; shadow?: boolean } = {},
  ): Story =>
  async (one, panel) => {
    await passCall(one, panel);
    const { acting, calendar } = one.world;
    if (calendar === undefined) throw new Error("This story goes by a calendar.");
    const at = later(one, 1, 10);
    let interviewId = "";
    for (const [index, slot] of loopSlots(panel, times(calendar)).entries()) {
      const shadow = options.shadow === true && index === 0 ? panel.shadow : undefined;
      interviewId = await schedule(one, at, { ...slot, shadow });
    }
    if (options.focus === undefined) return;
    const { focus } = options;
    const { manager } = one.job;
    const set = { interviewId, focus };
    await acting.act(manager, later(one, 1, 15), "interview.setFocus", setFocus, set);
  };

/** The loop is half over: design was yesterday, the code a while ago, security is to come. */
export const loopUnderWay: Story = async (one, panel) => {
  await passCall(one, panel);
  const { calendar } = one.world;
  if (calendar === undefined) throw new Error("This story goes by a calendar.");
  const times = [calendar.ago(1, 10), onQuarter(calendar.recent(3)), calendar.coming(1, 11)];
  const [design, ...others] = loopSlots(panel, times);
  const [code] = others;
  if (design === undefined || code === undefined) return;
  const at = later(one, 1, 10);
  const designId = await schedule(one, at, design);
  for (const slot of others) await schedule(one, at, slot);
  await held(one, design);
  await submit(one, after(design.startsAt, 115), designId, design.who, "strong");
  await held(one, code);
};

/** All scorecards of the loop are in but one, whose author was excused; the debrief is ready. */
export const loopExcused: Story = async (one, panel) => {
  const ids = await holdLoop(one, panel, { tones: ["strong", "fair", null] });
  await excuse(one, later(one, 2, 12), ids[2] ?? "", panel.security);
};

/** The loop waits for a scorecard, and the hiring manager has read the sealed ones. */
export const glassBroken: Story = async (one, panel) => {
  await loopOwed(2, ["strong", "strong"])(one, panel);
  await breakGlass(
    one,
    lately(one, 1, () => later(one, 2, 9)),
  );
};

/** The debrief runs: one corrected their scorecard before it, one rates a criterion again. */
export const debriefUnderWay: Story = async (one, panel) => {
  const tones = ["strong", "fair", "strong"] as const;
  const ids = await holdLoop(one, panel, { tones, corrected: true });
  const at = lately(one, 2, () => later(one, 2, 14));
  const second = { who: panel.code, interviewId: ids[1] ?? "", interview: "A change in code" };
  await debrief(one, at, { close: false, second });
};

async function withdraw(one: Case, at: Date, said: string): Promise<void> {
  const { acting } = one.world;
  await acting.act(one.job.recruiter, at, "application.withdraw", withdrawApplication, {
    applicationId: one.applicationId,
    said,
  });
}
