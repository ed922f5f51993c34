"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useState } from "react";

/** A link that takes the fragment of this page's address along: what feedback named, say. */
export function OnwardLink({ href, children }: { href: string; children: ReactNode }) {
  const [fragment, setFragment] = useState("");
  useEffect(() => setFragment(window.location.hash), []);
  return <Link href={`${href}${fragment}`}>{children}</Link>;
}
