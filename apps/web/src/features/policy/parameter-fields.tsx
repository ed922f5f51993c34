"use client";

import { MultiSelect, NumberInput, Select, Switch, TagsInput, TextInput } from "@mantine/core";
import type { FormErrors } from "@mantine/form";
import type { ParameterView as Parameter } from "@rubric/domain/policy/schemas";
import type { ReactNode } from "react";

/** A field for each parameter of a rule, of the kind that its schema asks for. */
export function ParameterFields({
  parameters,
  values,
  errors,
  onChange,
}: {
  parameters: readonly Parameter[];
  values: Readonly<Record<string, unknown>>;
  errors: FormErrors;
  onChange: (name: string, value: unknown) => void;
}) {
  return parameters.map((parameter) => (
    <Field
      key={parameter.name}
      parameter={parameter}
      value={values[parameter.name] ?? parameter.standard}
      error={errors[`parameters.${parameter.name}`]}
      onChange={(value) => onChange(parameter.name, value)}
    />
  ));
}

function Field({
  parameter,
  value,
  error,
  onChange,
}: {
  parameter: Parameter;
  value: unknown;
  error: ReactNode;
  onChange: (value: unknown) => void;
}) {
  const { title, unit, type, standard, least, most, choices } = parameter;
  const label = unit === null ? title : `${title} (${unit})`;
  const description = `Standard: ${textOf(standard) ?? "none"}`;
  if (type === "boolean") {
    return (
      <Switch
        label={label}
        description={description}
        checked={value === true}
        error={error}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  }
  if (type === "integer" || type === "number") {
    return (
      <NumberInput
        label={label}
        description={description}
        value={typeof value === "number" ? value : ""}
        error={error}
        allowDecimal={type === "number"}
        {...(least === null ? {} : { min: least })}
        {...(most === null ? {} : { max: most })}
        clampBehavior="none"
        onChange={(given) => onChange(given === "" ? null : given)}
      />
    );
  }
  if (type === "array" && choices.length > 0) {
    return (
      <MultiSelect
        label={label}
        description={description}
        data={choices.map((one) => ({ value: one, label: one.replaceAll("_", " ") }))}
        value={Array.isArray(value) ? value.map(String) : []}
        error={error}
        onChange={onChange}
      />
    );
  }
  if (choices.length > 0) {
    return (
      <Select
        label={label}
        description={description}
        data={choices.map((one) => ({ value: one, label: one.replaceAll("_", " ") }))}
        value={typeof value === "string" ? value : null}
        error={error}
        allowDeselect={false}
        onChange={onChange}
      />
    );
  }
  if (type === "array") {
    return (
      <TagsInput
        label={label}
        description={description}
        value={Array.isArray(value) ? value.map(String) : []}
        error={error}
        onChange={onChange}
      />
    );
  }
  return (
    <TextInput
      label={label}
      description={description}
      value={typeof value === "string" ? value : ""}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function textOf(value: unknown): string | null {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(", ");
  return typeof value === "string" && value !== "" ? value.replaceAll("_", " ") : null;
}
