"use client";

import { Select } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { useMemo } from "react";
import { timeZoneChoices } from "./time-zones.ts";

/** Choosing a time zone by typing a city. */
export function TimeZoneSelect({
  value,
  onChange,
  error,
  description,
  size = "sm",
}: {
  value: string;
  onChange: (zone: string) => void;
  error?: React.ReactNode;
  description?: string;
  size?: "sm" | "md";
}) {
  // Server and browser may know different zones, so the list is made in the browser.
  const mounted = useMounted();
  const choices = useMemo(() => (mounted ? timeZoneChoices() : []), [mounted]);
  const known = choices.some((group) => group.items.some((item) => item.value === value));
  return (
    <Select
      label="Time zone"
      description={description}
      size={size}
      data={
        known || value === ""
          ? choices
          : [{ group: "Chosen", items: [{ value, label: value }] }, ...choices]
      }
      value={value === "" ? null : value}
      onChange={(next) => next !== null && onChange(next)}
      error={error}
      searchable
      allowDeselect={false}
      nothingFoundMessage="No city of that name. Try a larger one nearby."
      maxDropdownHeight={280}
    />
  );
}
