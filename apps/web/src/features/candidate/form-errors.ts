import type { FormErrors } from "@mantine/form";
import { readApiError } from "../../api/errors.ts";

/** What was typed line by line, without the empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/**
 * The API's complaints on the fields of a form in which links are one text, papers are one field and
 * answers have keys.
 */
export function formErrors(error: unknown, questions: readonly { key: string }[] = []): FormErrors {
  const { fields } = readApiError(error);
  return Object.fromEntries(
    Object.entries(fields).map(([path, sentence]) => {
      if (path.startsWith("links")) return ["links", sentence];
      if (path === "uploadId" || path.startsWith("resume")) return ["papers", sentence];
      const index = /^answers\.(\d+)\.answer$/.exec(path)?.[1];
      const key = index === undefined ? undefined : questions[Number(index)]?.key;
      return [key === undefined ? path : `answers.${key}`, sentence];
    }),
  );
}
