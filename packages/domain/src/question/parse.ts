import { z } from "zod";
import { fieldOf, shortened } from "../yaml/field-path.ts";
import { firstError, placeOf, shapeIssues } from "../yaml/first-error.ts";
import { readYamlSource, type Source, type SourceError } from "../yaml/read-source.ts";
import { QuestionBankDocument, type QuestionBank } from "./document.ts";

type QuestionSourceError = SourceError;
export type ParsedQuestionBank =
  | { ok: true; bank: QuestionBank }
  | { ok: false; error: QuestionSourceError };

const Word = z.string().catch("");
const Outline = z
  .object({
    questions: z
      .array(z.object({ id: Word, competency: Word }).catch({ id: "", competency: "" }))
      .catch([]),
  })
  .catch({ questions: [] });

/**
 * Reads a question bank; the error is what stands first in the file. With `competencies`, the keys
 * of a framework, a question on any other competency is refused.
 */
export function parseQuestionBankYaml(
  text: string,
  competencies?: ReadonlySet<string>,
): ParsedQuestionBank {
  const read = readYamlSource(text);
  if (!read.ok) return read;
  const { source } = read;
  const shape = QuestionBankDocument.safeParse(source.value);
  const error = firstError(source, [
    ...source.issues,
    ...shapeIssues(source, shape.error?.issues ?? []),
    ...referenceIssues(source, competencies),
  ]);
  if (error) return { ok: false, error };
  return { ok: true, bank: QuestionBankDocument.parse(source.value) };
}

function referenceIssues(source: Source, competencies: ReadonlySet<string> | undefined) {
  const first = new Map<string, number>();
  const issue = (path: (string | number)[], message: string) => ({
    at: placeOf(source, path),
    field: fieldOf(path),
    message,
  });
  return Outline.parse(source.value).questions.flatMap(({ id, competency }, index) => {
    const found = [];
    const earlier = first.get(id.toLowerCase());
    if (id !== "" && earlier === undefined) first.set(id.toLowerCase(), index);
    if (earlier !== undefined) {
      const line = source.lineAt(placeOf(source, ["questions", earlier, "id"]));
      found.push(
        issue(["questions", index, "id"], `The id "${shortened(id)}" is taken on line ${line}.`),
      );
    }
    if (competencies && competency !== "" && !competencies.has(competency)) {
      const message = `The framework has no competency with the key "${shortened(competency)}".`;
      found.push(issue(["questions", index, "competency"], message));
    }
    return found;
  });
}
