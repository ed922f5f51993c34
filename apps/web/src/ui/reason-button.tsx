"use client";

import { Button, type ButtonProps, Tooltip, VisuallyHidden } from "@mantine/core";
import { type MouseEvent, useId } from "react";
import { useTouchTold } from "./use-touch-told.ts";

export interface ReasonButtonProps extends Omit<ButtonProps, "disabled"> {
  /** Why it cannot be pressed now, as a sentence; null when it can. */
  reason: string | null;
  /** What would lift it. */
  lift?: string | null;
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  type?: "button" | "submit";
}

/** A button that says why it is disabled, by pointer, touch, keyboard and screen reader alike. */
export function ReasonButton({ reason, lift = null, type = "button", ...rest }: ReasonButtonProps) {
  return reason === null ? (
    <Button {...rest} type={type} />
  ) : (
    <DisabledButton {...rest} reason={reason} lift={lift} />
  );
}

function DisabledButton({
  reason,
  lift,
  children,
  onClick: _never,
  ...rest
}: Omit<ReasonButtonProps, "type"> & { reason: string; lift: string | null }) {
  const id = useId();
  const { tooltip, target } = useTouchTold();
  return (
    <>
      <Tooltip
        openDelay={0}
        events={{ hover: true, focus: true, touch: true }}
        {...tooltip}
        label={
          <>
            {reason}
            {lift === null ? null : <div style={{ opacity: 0.75, marginTop: 2 }}>{lift}</div>}
          </>
        }
      >
        <Button
          {...rest}
          {...target}
          type="button"
          data-disabled
          aria-disabled="true"
          aria-describedby={id}
          onClick={(event) => event.preventDefault()}
        >
          {children}
        </Button>
      </Tooltip>
      <VisuallyHidden id={id}>{lift === null ? reason : `${reason} ${lift}`}</VisuallyHidden>
    </>
  );
}
