import { type Growth, plantGrowth } from "./growth.ts";
import { candidate } from "@rubric/db/schema";
import { WANTABLE } from "@rubric/domain/webhook/events";
import { WebhookSecretView } from "@rubric/domain/webhook/schemas";
import { eq } from "drizzle-orm";
import { makeBand } from "../../../../packages/domain/test/paying.ts";
import type { TestApi } from "../api.ts";
import { giveFeedback, identify, raisedFor, tellDeadlines, vary } from "./around.ts";
import { applicationTo, grounds, judged, reverse, tellOffers } from "./chapters.ts";
import { plantJudgements } from "./judgements.ts";
import { makePeople } from "./people.ts";
import type { SealedWords } from "./sealed-words.ts";
import { beginStory, type Judgement, type Story } from "./story.ts";

export type SealedWorld = {
  story: Story;
  candidateId: string;
  /** Under way in the loop, where everyone owes; then the two that ended. */
  applicationIds: [string, string, string];
  /** Where all that happens is sent. */
  endpointId: string;
  /** A policy's version in shadow, with a decision about the candidate. */
  versionId: string;
  /** One that varies when a rejection is told of. */
  experimentId: string;
  /** Raised for an offer to the candidate. */
  requisitionId: string;
  /** Of people who have nothing to do with the candidate. */
  growth: Growth;
};

const PERSON = {
  name: "Casey Candidate",
  email: "casey@people.test",
  phone: "",
  headline: "Backend engineer",
  links: [],
  uploadId: null,
};

/**
 * One candidate with three applications, told by commands whose every text is a sealed word; then
 * everyone who is to owe is assigned to an interview of the first.
 */
export async function makeSealedWorld(
  api: TestApi,
  words: SealedWords,
  judgement: Judgement,
  begins: Date,
): Promise<SealedWorld> {
  const people = await makePeople(api);
  const story = beginStory(api, people, words, judgement, begins);
  const { writers, jobs, org } = people;
  const url = "https://93.184.216.34/";
  const heard = { url, description: "", events: WANTABLE };
  const { endpoint } = WebhookSecretView.parse(
    await story.tell(people.cast.admin, "webhook.create", heard),
  );
  await story.tell(writers.referrer, "candidate.refer", { jobId: jobs[1].jobId, ...PERSON });
  const [person] = await api.within(org.id, (tx) =>
    tx.select({ id: candidate.id }).from(candidate).where(eq(candidate.orgId, org.id)),
  );
  const candidateId = person?.id ?? "";
  const second = await applicationTo(story, jobs[1]);
  await tellEarlier(story, second, candidateId);
  const third = await applicationTo(story, jobs[2]);
  await tellTransferred(story, third);
  await story.tell(writers.recruiter, "candidate.add", { jobId: jobs[0].jobId, ...PERSON });
  const first = await applicationTo(story, jobs[0]);
  await tellCurrent(story, first);
  await identify(story, candidateId, [first, second, third]);
  await giveFeedback(story, { writing: second, sent: third });
  const experimentId = await vary(story, [first, second, third]);
  const about = { candidateId, applicationId: first, jobId: jobs[0].jobId, at: story.now() };
  return {
    story,
    candidateId,
    applicationIds: [first, second, third],
    endpointId: endpoint.id,
    versionId: await plantJudgements(story, about),
    experimentId,
    requisitionId: await raisedFor(story, second),
    growth: await plantGrowth(story),
  };
}

/** Judged, offered, fallen through, taken up again and transferred. */
async function tellEarlier(story: Story, applicationId: string, candidateId: string) {
  const { people, tell, seat } = story;
  const { writers, cast, jobs } = people;
  const [, made, next] = jobs;
  const { manager, recruiter, first, second, third } = writers;
  const at = (name: keyof typeof made.stages) => ({ applicationId, stageId: made.stages[name] });
  await tell(writers.referrer, "candidate.declareRelation", { applicationId });
  const onPaper = { ...grounds(story, made, "advance"), criterionIds: [] };
  await tell(manager, "debrief.decide", { ...at("review"), ...onPaper });

  const [one, two, struck] = await seat(made, applicationId, "screen", [first, second, third]);
  for (const [by, scorecardId] of [
    [first, one],
    [second, two],
    [third, struck],
  ] as const) {
    const content = judged(story, made, "scorecard.submit");
    await tell(by, "scorecard.submit", { scorecardId, content });
  }
  const corrected = judged(story, made, "scorecard.correct");
  await tell(second, "scorecard.correct", { scorecardId: two, content: corrected });
  await tell(cast.admin, "scorecard.strike", { scorecardId: struck, why: "unlawful_content" });
  const reason = "Two of three are in, the third was struck.";
  await tell(manager, "debrief.lowerQuorum", { ...at("screen"), to: 2, reason });
  await tell(manager, "debrief.skip", at("screen"));
  await tell(manager, "debrief.decide", { ...at("screen"), ...grounds(story, made, "advance") });

  const [card] = await seat(made, applicationId, "loopA", [first]);
  const [other, gone] = await seat(made, applicationId, "loopB", [second, writers.drafter]);
  for (const [by, scorecardId] of [
    [first, card],
    [second, other],
  ] as const) {
    const content = judged(story, made, "scorecard.submit");
    await tell(by, "scorecard.submit", { scorecardId, content });
  }
  await tell(manager, "scorecard.excuse", { scorecardId: gone, why: "cut_short" });
  await tell(manager, "debrief.open", at("loop"));
  await tell(manager, "debrief.saveNotes", { ...at("loop"), previous: "" });
  const again = { scorecardId: card, criterionId: made.criterionIds[0] };
  await tell(first, "debrief.rate", { ...again, rating: story.judgement.second });
  await tell(manager, "debrief.close", at("loop"));
  await tell(manager, "debrief.reopen", at("loop"));
  await tell(manager, "debrief.close", at("loop"));
  await tell(manager, "debrief.decide", { ...at("loop"), ...grounds(story, made, "offer") });
  await reverse(story, made, at("loop"), "offer");
  for (const levelKey of ["engineer", "senior"]) {
    const { api: harness, people: of } = story;
    await makeBand({ harness, org: of.org, cast: of.cast, made }, { levelKey });
  }
  await tellOffers(story, applicationId, { candidateId });
  await reverse(story, made, at("loop"), "offer");
  await tell(recruiter, "application.transfer", {
    applicationId,
    toJobId: next.jobId,
    agreed: true,
  });
}

/** Moved on and back, rejected on merit, taken up again, and withdrawn. */
async function tellTransferred(story: Story, applicationId: string): Promise<void> {
  const { people, tell } = story;
  const { manager, recruiter } = people.writers;
  const [, , made] = people.jobs;
  const at = { applicationId, stageId: made.stages.review };
  await tell(manager, "application.move", { applicationId, toStageId: made.stages.loop });
  await tell(manager, "application.move", { applicationId, toStageId: made.stages.review });
  const onPaper = { ...grounds(story, made, "reject"), criterionIds: [] };
  await tell(manager, "debrief.decide", { ...at, ...onPaper });
  await reverse(story, made, at, "advance");
  await tell(manager, "application.move", { applicationId, toStageId: made.stages.review });
  await tell(recruiter, "application.withdraw", { applicationId });
}

/** In the loop, where one judged, one drafts, and everyone else owes. */
async function tellCurrent(story: Story, applicationId: string): Promise<void> {
  const { people, tell, seat, now } = story;
  const { writers, jobs, owing, shadow, excused } = people;
  const [made] = jobs;
  const { manager, recruiter, first, second, drafter } = writers;
  const at = (name: keyof typeof made.stages) => ({ applicationId, stageId: made.stages[name] });
  const onPaper = { ...grounds(story, made, "advance"), criterionIds: [] };
  await tell(manager, "debrief.decide", { ...at("review"), ...onPaper });
  const [one, two] = await seat(made, applicationId, "screen", [first, second]);
  for (const [by, scorecardId] of [
    [first, one],
    [second, two],
  ] as const) {
    const content = judged(story, made, "scorecard.submit");
    await tell(by, "scorecard.submit", { scorecardId, content });
  }
  await tell(manager, "debrief.decide", { ...at("screen"), ...grounds(story, made, "advance") });

  const [judging, drafting] = await seat(made, applicationId, "loopA", [first, drafter]);
  const content = judged(story, made, "scorecard.submit");
  await tell(first, "scorecard.submit", { scorecardId: judging, content });
  const draft = judged(story, made, "scorecard.saveDraft");
  await tell(drafter, "scorecard.saveDraft", {
    scorecardId: drafting,
    revision: 0,
    content: draft,
  });
  await tell(first, "application.addNote", { applicationId, kind: "assessment" });
  const nextWordAt = new Date(now().getTime() + 5 * 86_400_000).toISOString();
  await tell(recruiter, "application.hold", { applicationId, nextWordAt });
  await tell(recruiter, "application.resume", { applicationId });
  await tell(recruiter, "application.message", { applicationId, nextWordAt, question: null });
  await tellDeadlines(story, made.jobId, applicationId);
  await tell(manager, "interview.addExtra", {
    applicationId,
    planInterviewId: made.planInterviews.loopA,
  });
  const everyone = Object.values(owing).filter((one) => one !== shadow);
  const seats = await seat(made, applicationId, "loopB", everyone, [shadow]);
  const scorecardId = seats[everyone.indexOf(excused)];
  const reason = "The fire alarm rang.";
  await tell(manager, "scorecard.excuse", { scorecardId, why: "cut_short", reason });
}
