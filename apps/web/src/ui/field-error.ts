import type { FormErrors } from "@mantine/form";
import { readApiError } from "../api/errors.ts";

/**
 * The API's complaints by field, for `form.setErrors(fieldErrors(error))`. Paths are written as
 * Mantine writes them (`criteria.0.note`); what is wrong within a list is wrong with the list too.
 * Empty when the refusal concerns no single field.
 * @param within where the form's values lie in what is sent: `band` where `band.region` is `region`
 * @param names the fields that the form calls by another name, by their path
 */
export function fieldErrors(
  error: unknown,
  within = "",
  names: Readonly<Record<string, string>> = {},
): FormErrors {
  const errors: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(readApiError(error).fields)) {
    const steps = path.split(".");
    if (steps[0] === within && steps.length > 1) steps.shift();
    for (let length = steps.length; length > 0; length -= 1) {
      const at = steps.slice(0, length).join(".");
      errors[names[at] ?? at] ??= sentence;
    }
  }
  return errors;
}
