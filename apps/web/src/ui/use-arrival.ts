"use client";

import { useEffect, useRef } from "react";

/**
 * Moves the focus to the heading of what somebody asked for once it is there: what they pressed for
 * it is gone by then. `expect` is called as they ask.
 */
export function useArrival(isHere: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isExpected = useRef(false);
  useEffect(() => {
    if (!isHere || !isExpected.current) return;
    isExpected.current = false;
    heading.current?.focus();
  }, [isHere]);
  return {
    heading,
    expect: () => {
      isExpected.current = true;
    },
  };
}

/**
 * The ref of a heading that takes the focus when what it heads becomes another and left the focus
 * nowhere, as a command does whose button goes away with it.
 */
export function useHeadingOf(what: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(what);
  useEffect(() => {
    if (before.current === what) return;
    before.current = what;
    if (document.activeElement === document.body) heading.current?.focus();
  }, [what]);
  return heading;
}
