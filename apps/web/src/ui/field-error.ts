import type { FormErrors } from "@mantine/form";
import { readApiError } from "../api/errors.ts";

/**
 * The API's complaints by field, for `form.setErrors(fieldErrors(error))`. Paths are written as
 * Mantine writes them (`criteria.0.note`). Empty when the refusal concerns no single field.
 */
export function fieldErrors(error: unknown): FormErrors {
  return readApiError(error).fields;
}
