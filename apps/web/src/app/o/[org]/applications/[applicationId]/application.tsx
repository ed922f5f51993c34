"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { useState } from "react";
import { ApplicationPage } from "../../../../../features/application/application-page.tsx";
import { BreakGlassDialog } from "../../../../../features/interview/break-glass-dialog.tsx";
import { ExtraInterviewDialog } from "../../../../../features/interview/extra-interview-dialog.tsx";
import { InterviewActions } from "../../../../../features/interview/interview-actions.tsx";
import { ScheduleDialog } from "../../../../../features/interview/schedule-dialog.tsx";
import { KeepingPanel } from "../../../../../features/retention/keeping-panel.tsx";

type Timed = {
  view: ApplicationView;
  interview: ApplicationView["stages"][number]["interviews"][number];
};

/** The application with what can be done with its stages and each of its interviews. */
export function Application({ org, applicationId }: { org: string; applicationId: string }) {
  const [sealed, setSealed] = useState<{ stageId: string; name: string } | null>(null);
  const [timed, setTimed] = useState<Timed | null>(null);
  const [planned, setPlanned] = useState<ApplicationView["planned"] | null>(null);
  return (
    <>
      <ApplicationPage
        org={org}
        applicationId={applicationId}
        schedule={(view, interview) => (
          <InterviewActions
            interview={interview}
            candidate={view.candidate.name}
            adjustments={arranged(view)}
            schedules={view.may.schedule !== null}
            leads={view.may.hold !== null || view.may.resume !== null}
          />
        )}
        keeping={<KeepingPanel applicationId={applicationId} />}
        onSchedule={(view, interview) => setTimed({ view, interview })}
        onBreakGlass={(stage) => setSealed({ stageId: stage.id, name: stage.name })}
        onAddInterview={(view) => setPlanned(view.planned)}
      />
      <ScheduleDialog
        interview={timed?.interview ?? null}
        candidate={timed?.view.candidate.name ?? ""}
        adjustments={timed === null ? [] : arranged(timed.view)}
        onClose={() => setTimed(null)}
      />
      <BreakGlassDialog
        stage={sealed && { applicationId, ...sealed }}
        onClose={() => setSealed(null)}
      />
      <ExtraInterviewDialog
        applicationId={applicationId}
        planned={planned ?? []}
        opened={planned !== null}
        onClose={() => setPlanned(null)}
      />
    </>
  );
}

function arranged(view: ApplicationView): string[] {
  return view.adjustments.filter((one) => one.answeredAt !== null).map((one) => one.effect);
}
