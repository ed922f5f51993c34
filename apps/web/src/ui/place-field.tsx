"use client";

import { Select, type SelectProps } from "@mantine/core";
import { useMemo, useState } from "react";
import { allPlaces, placeWords } from "./places.ts";

/** A place, found by its name or its code; the value is the code, and empty where none is chosen. */
export function PlaceField({
  value,
  onChange,
  ...rest
}: Omit<SelectProps, "data" | "value" | "onChange"> & {
  value: string;
  onChange: (code: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const places = useMemo(() => {
    const known = [{ value: "EU", label: "European Union" }, ...allPlaces()];
    const named = known.map((one) => ({ ...one, label: `${one.label} (${one.value})` }));
    if (value === "" || known.some((one) => one.value === value)) return named;
    return [{ value, label: placeWords(value) }, ...named];
  }, [value]);
  return (
    <Select
      placeholder="Everywhere"
      searchable
      clearable
      clearButtonProps={{ "aria-label": "Everywhere" }}
      limit={60}
      nothingFoundMessage="No place by that name or code"
      {...rest}
      {...(open ? { "data-mantine-stop-propagation": "true" } : {})}
      data={places}
      value={value === "" ? null : value}
      onChange={(code) => onChange(code ?? "")}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
    />
  );
}
