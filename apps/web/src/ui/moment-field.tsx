"use client";

import { DateTimePicker, type DateTimePickerProps } from "@mantine/dates";
import { type FocusEvent, useState } from "react";
import { useReaderZone } from "./reader-zone.tsx";

/** What a dialog looks for before it closes on Escape. */
const KEPT = "data-mantine-stop-propagation";

/**
 * A day and a time in the reader's own zone, which it names. Escape, Enter and "Done" close the
 * picker and keep what was chosen; a dialog around it stays open.
 */
export function MomentField(
  props: Pick<
    DateTimePickerProps,
    "label" | "value" | "onChange" | "valueFormat" | "minDate" | "error" | "required"
  >,
) {
  const [open, setOpen] = useState(false);
  const zone = useReaderZone();
  return (
    <div onFocusCapture={keepEscape} style={{ flex: 1 }}>
      <DateTimePicker
        description={zone === null ? " " : `In your time zone, ${zone}`}
        firstDayOfWeek={1}
        {...props}
        {...(open ? { [KEPT]: "true" } : {})}
        popoverProps={{ onOpen: () => setOpen(true), returnFocus: true }}
        onDropdownClose={() => setOpen(false)}
        submitButtonProps={{ children: "Done", w: "auto", px: 10, fz: "sm" }}
      />
    </div>
  );
}

/** The picker's own fields do not say that Escape is theirs; without it the dialog would take it. */
function keepEscape({ target }: FocusEvent<HTMLElement>) {
  if (target.closest("[data-dates-dropdown]") !== null) target.setAttribute(KEPT, "true");
}
