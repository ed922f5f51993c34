import type { FormErrors, UseFormReturnType } from "@mantine/form";
import { readApiError } from "../api/errors.ts";

/**
 * The API's complaints by field, for `form.setErrors(fieldErrors(error))`. Paths are written as
 * Mantine writes them (`criteria.0.note`). Empty when the refusal concerns no single field.
 */
export function fieldErrors(error: unknown): FormErrors {
  return readApiError(error).fields;
}

/**
 * Shows the API's complaints at their fields and goes to the first of them: in a long dialog it may stand far above the
 * button that was pressed.
 */
export function showFieldErrors<Values>(
  form: Pick<UseFormReturnType<Values>, "setErrors" | "getInputNode">,
  error: unknown,
): void {
  const errors = fieldErrors(error);
  form.setErrors(errors);
  const [first] = Object.keys(errors);
  if (first !== undefined) form.getInputNode(first)?.focus();
}
