"use client";

import { type RefObject, useEffect, useRef } from "react";

/** How long a dialog takes to go away and to give the focus back. */
const GONE = 450;

/**
 * For the heading of what came in place of a form that was sent: brought into view and given the
 * focus, which would stay with what is gone.
 */
export function useArrival(came: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!came) return;
    const arrive = () => {
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView({ block: "start", behavior: "instant" });
    };
    arrive();
    const timer = setTimeout(arrive, GONE);
    return () => clearTimeout(timer);
  }, [came]);
  return heading;
}
