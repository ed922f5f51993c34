"use client";

import { DateInput, type DateInputProps } from "@mantine/dates";
import { useState } from "react";
import { parseDay } from "./parse-day.ts";

/** A day, typed or chosen. Escape closes the calendar first, and a dialog around it only then. */
export function DayField(props: Omit<DateInputProps, "popoverProps">) {
  const [open, setOpen] = useState(false);
  return (
    <DateInput
      firstDayOfWeek={1}
      dateParser={parseDay}
      {...props}
      {...(open ? { "data-mantine-stop-propagation": "true" } : {})}
      popoverProps={{ onOpen: () => setOpen(true), onClose: () => setOpen(false) }}
    />
  );
}
