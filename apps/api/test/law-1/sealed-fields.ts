import { procedures } from "../census.ts";
import { wordFields } from "./fitting-inputs.ts";
import { isOfCandidate } from "./reading.ts";
import type { SealedWords } from "./sealed-words.ts";

/** Words that commands take about a candidate and that judge nobody. */
const OPEN: readonly string[] = [
  // Keys: of a post's question, of a framework's level.
  "application.reject answerKey",
  "debrief.decide levelKey",
  "debrief.reverse levelKey",
  // What to arrange, in the candidate's words and in the recruiter's (law 17).
  "application.answerAdjustment effect",
  "candidate.askAdjustment asked",
  "candidate.ask text",
  // When and where to talk, and why not.
  "interview.cancel reason",
  "interview.move place",
  "interview.propose place",
  "interview.schedule place",
  // What a later interviewer gets instead of what was said before (law 1).
  "interview.setFocus focus",
  // Why a quorum was lowered everyone sees (law 4); why the glass was broken, the trail's readers.
  "debrief.lowerQuorum reason",
  "scorecard.breakGlass reason",
  // Of an approver, not of the candidate.
  "offer.replaceApprover reason",
  // What who was hired is called at work, as every colleague sees it.
  "organization.inviteHired title",
  // Of the person's request, not of the person.
  "retention.erase reason",
  // The notes as they were, to be changed.
  "debrief.saveNotes previous",
  // Who somebody is, as they say themselves or as who adds them says.
  ...["add", "refer"].flatMap((verb) => [`candidate.${verb} name`, `candidate.${verb} headline`]),
];

/** Commands about a job that bring a candidate along. */
const BRING_ONE: readonly string[] = ["candidate.add", "candidate.refer"];

function fieldsOfCandidates(): string[] {
  return procedures()
    .filter(
      (one) => one.type === "mutation" && (isOfCandidate(one) || BRING_ONE.includes(one.path)),
    )
    .flatMap(({ path, inputs: [schema] }) =>
      schema === undefined ? [] : wordFields(schema).map((field) => `${path} ${field}`),
    );
}

/** `path field` of each word that a command takes about a candidate and that was not planted. */
export function unplantedFields(words: SealedWords): string[] {
  const planted = words.planted();
  return fieldsOfCandidates().filter((one) => !planted.includes(one) && !OPEN.includes(one));
}

/** What is listed as open and is no field, or was planted nevertheless. */
export function wronglyOpen(words: SealedWords): string[] {
  const fields = fieldsOfCandidates();
  const planted = words.planted();
  return OPEN.filter((one) => !fields.includes(one) || planted.includes(one));
}
