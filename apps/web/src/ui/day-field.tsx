"use client";

import { DateInput, type DateInputProps } from "@mantine/dates";
import { useState } from "react";

/** A day, typed or chosen. Escape closes the calendar first, and a dialog around it only then. */
export function DayField(props: Omit<DateInputProps, "popoverProps">) {
  const [open, setOpen] = useState(false);
  return (
    <DateInput
      firstDayOfWeek={1}
      {...props}
      {...(open ? { "data-mantine-stop-propagation": "true" } : {})}
      popoverProps={{ onOpen: () => setOpen(true), onClose: () => setOpen(false) }}
    />
  );
}
