"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import { SEARCH_LENGTH } from "@rubric/domain/wire";
import { IconSearch } from "@tabler/icons-react";

/** A field that narrows a list as one types. `label` names it for screen readers. */
export function SearchField({
  label,
  onChange,
  ...rest
}: Omit<TextInputProps, "label" | "onChange"> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} stroke={1.7} aria-hidden="true" />}
      maxLength={SEARCH_LENGTH}
      {...rest}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
