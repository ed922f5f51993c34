import { writeYaml } from "../yaml/write-yaml.ts";
import type { QuestionBank } from "./document.ts";

/** The file's text, its questions in their order and its keys in one fixed order. */
export function emitQuestionBankYaml(bank: QuestionBank): string {
  return writeYaml({
    questions: bank.questions.map((question) => ({
      id: question.id,
      kind: question.kind,
      competency: question.competency,
      text: question.text,
      assesses: question.assesses,
      strongSignals: question.strongSignals,
      redFlags: question.redFlags,
      followUps: question.followUps,
      tip: question.tip,
    })),
  });
}
