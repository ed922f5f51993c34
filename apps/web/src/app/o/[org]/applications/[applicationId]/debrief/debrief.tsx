"use client";

import { useState } from "react";
import { DebriefPage } from "../../../../../../features/debrief/debrief-page.tsx";
import { BreakGlassDialog } from "../../../../../../features/interview/break-glass-dialog.tsx";

/** The debrief with the way through its seal. */
export function Debrief(props: { org: string; applicationId: string; stageId: string | null }) {
  const { applicationId } = props;
  const [sealed, setSealed] = useState<{ id: string; name: string } | null>(null);
  return (
    <>
      <DebriefPage {...props} onBreakGlass={setSealed} />
      <BreakGlassDialog
        stage={sealed && { applicationId, stageId: sealed.id, name: sealed.name }}
        onClose={() => setSealed(null)}
      />
    </>
  );
}
