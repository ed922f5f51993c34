"use client";

import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import { useTouchTold } from "./use-touch-told.ts";

/** A word or a figure that says what it means to who points at it, tabs to it or touches it. */
export function Explained({
  by,
  className,
  children,
}: {
  by: string;
  className: string | undefined;
  children: ReactNode;
}) {
  const { tooltip, target } = useTouchTold();
  return (
    <Tooltip label={by} events={{ hover: true, focus: true, touch: true }} {...tooltip}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard has to get there to read what it means */}
      <span className={className} tabIndex={0} {...target}>
        {children}
      </span>
    </Tooltip>
  );
}
