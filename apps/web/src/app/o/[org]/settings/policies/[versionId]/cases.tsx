"use client";

import { actionWords } from "../../../../../../features/audit/action-words.ts";
import { CasesPage } from "../../../../../../features/policy/cases-page.tsx";
import type { CasesShown } from "../../../../../../features/policy/cases-shown.ts";

/** The decisions that a version would have had otherwise, in the words of the audit trail. */
export function Cases({ org, shown }: { org: string; shown: CasesShown }) {
  return <CasesPage org={org} shown={shown} wordsOf={actionWords} />;
}
