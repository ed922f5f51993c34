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

/**
 * The ref of a heading that takes the focus when what it heads becomes another and left the focus
 * nowhere, as a command does whose button goes away with it.
 */
export function useHeadingOf(what: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(what);
  useEffect(() => {
    if (before.current === what) return;
    before.current = what;
    if (document.activeElement === document.body) heading.current?.focus();
  }, [what]);
  return heading;
}
