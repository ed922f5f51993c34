import type { FormErrors } from "@mantine/form";
import { readApiError } from "../api/errors.ts";

/**
 * The API's complaints by field, for `form.setErrors(fieldErrors(error))`. Paths are written as
 * Mantine writes them (`criteria.0.note`); what is wrong with one value of a list (`places.2`) is
 * wrong with the list. Empty when the refusal concerns no single field.
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
    const field = path.startsWith(`${within}.`) ? path.slice(within.length + 1) : path;
    errors[names[field] ?? field] = sentence;
  }
  for (const [field, sentence] of Object.entries(errors))
    errors[field.replace(/\.\d+$/, "")] ??= sentence;
  return errors;
}

/** The errors without those of a field that was changed since, and of what lies in it. */
export function errorsBut(errors: FormErrors, field: string): FormErrors {
  const others = Object.entries(errors).filter(
    ([one]) => one !== field && !one.startsWith(`${field}.`),
  );
  return Object.fromEntries(others);
}
