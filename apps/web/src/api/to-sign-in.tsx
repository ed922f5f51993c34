"use client";

import { useEffect } from "react";
import { signInPath } from "./way-back.ts";

/** Leads to the sign-in page and back here afterwards; a plain link where scripts do not run. */
export function ToSignIn() {
  useEffect(() => {
    const { pathname, search } = window.location;
    window.location.replace(signInPath(pathname + search));
  }, []);
  return (
    <p style={{ padding: 24 }}>
      Your session has ended. <a href="/sign-in">Sign in</a>
    </p>
  );
}
