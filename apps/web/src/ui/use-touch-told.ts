"use client";

import { type PointerEvent, useEffect, useState } from "react";

/**
 * For a tooltip and what it hangs on: a touch shows it until one touches something else or presses a
 * key. By itself it would be gone as soon as the finger is.
 */
export function useTouchTold(): {
  tooltip: { opened?: true };
  target: { onPointerUp: (event: PointerEvent) => void };
} {
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (!told) return;
    const hide = () => setTold(false);
    document.addEventListener("pointerdown", hide);
    document.addEventListener("keydown", hide);
    return () => {
      document.removeEventListener("pointerdown", hide);
      document.removeEventListener("keydown", hide);
    };
  }, [told]);
  return {
    tooltip: told ? { opened: true } : {},
    target: {
      onPointerUp: ({ pointerType }) => {
        if (pointerType !== "mouse") setTold(true);
      },
    },
  };
}
