"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge, ToneBadge } from "../../ui/state-badge.tsx";
import { ActionDialogs, type Action } from "./action-dialogs.tsx";
import { ActionsPanel } from "./actions-panel.tsx";
import classes from "./application-page.module.css";
import { HistoryPanel } from "./history-panel.tsx";
import { NowPanel } from "./now-panel.tsx";
import { PersonPanel } from "./person-panel.tsx";
import { type Interview, type Stage, StagesPanel } from "./stages-panel.tsx";

/** One application: the person, what happened, and what is to be done now. */
export function ApplicationPage(props: {
  org: string;
  applicationId: string;
  /** What can be done with an interview of the stage. */
  schedule: (view: ApplicationView, interview: Interview) => ReactNode;
  /** How long it is kept. */
  keeping: ReactNode;
  onSchedule: (view: ApplicationView, interview: Interview) => void;
  onBreakGlass: (stage: Stage) => void;
  onAddInterview: (view: ApplicationView) => void;
}) {
  const { org, applicationId, schedule, keeping } = props;
  const { onSchedule, onBreakGlass, onAddInterview } = props;
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.application.show.queryOptions({ applicationId }));
  const [action, setAction] = useState<Action | null>(null);
  const { candidate, job, stage } = view;
  const pipeline = view.contact !== null;
  return (
    <>
      <PageHeader
        wide
        title={candidate.name}
        crumbs={pipeline ? [{ label: job.title, href: `/o/${org}/jobs/${job.id}` }] : []}
        state={
          <>
            <StateBadge kind="application" state={view.state} />
            {view.late ? <ToneBadge tone="late">Answer late</ToneBadge> : null}
          </>
        }
        lead={
          <>
            {job.title} · {stage.name}, entered <RelativeTime at={view.enteredStageAt} />
          </>
        }
      />
      <div className={classes.page}>
        <div className={classes.side}>
          <div className={classes.now}>
            <NowPanel
              org={org}
              view={view}
              onAction={setAction}
              onSchedule={(one) => onSchedule(view, one)}
            />
          </div>
          <div className={classes.actions}>
            <ActionsPanel view={view} onAction={setAction} />
          </div>
        </div>
        <div className={classes.person}>
          <PersonPanel org={org} view={view} onAction={setAction} />
          {leads(view) ? keeping : null}
        </div>
        <div className={classes.centre}>
          <div className={classes.stages}>
            <StagesPanel
              org={org}
              view={view}
              schedule={(one) => schedule(view, one)}
              onBreakGlass={onBreakGlass}
              onAddInterview={() => onAddInterview(view)}
            />
          </div>
          <div className={classes.history}>
            <HistoryPanel view={view} />
          </div>
        </div>
      </div>
      <ActionDialogs org={org} view={view} action={action} onClose={() => setAction(null)} />
    </>
  );
}

/** Who leads the job may put it on hold or up again, now or later. */
function leads({ may }: ApplicationView): boolean {
  return may.hold !== null || may.resume !== null;
}
