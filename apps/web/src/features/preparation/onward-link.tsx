"use client";

import Link from "next/link";
import { type ReactNode, useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** A link that takes the fragment of this page's address along: what feedback named, say. */
export function OnwardLink({ href, children }: { href: string; children: ReactNode }) {
  const fragment = useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => "",
  );
  return <Link href={`${href}${fragment}`}>{children}</Link>;
}
