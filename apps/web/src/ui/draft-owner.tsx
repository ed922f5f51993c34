"use client";

import { createContext, type ReactNode, useContext, useEffect } from "react";
import { type DraftStorage, forgetOldDrafts } from "./draft-store.ts";

const Owner = createContext<string | null>(null);

/** Whose drafts are kept on the pages inside: nobody else who uses this browser gets to see them. */
export function DraftOwner({ id, children }: { id: string; children: ReactNode }) {
  useEffect(() => forgetOldDrafts(window.localStorage, Date.now()), []);
  return <Owner value={id}>{children}</Owner>;
}

/**
 * Where a form keeps its draft, and under which key. A member's stay in the browser; of somebody
 * who is not signed in they end with the tab, for the next one at it may be another person.
 */
export function useDraftPlace(key: string): { key: string; storage: () => DraftStorage } {
  const owner = useContext(Owner);
  return owner === null
    ? { key: `anyone:${key}`, storage: ofTab }
    : { key: `${owner}:${key}`, storage: ofBrowser };
}

const ofTab = () => window.sessionStorage;
const ofBrowser = () => window.localStorage;
