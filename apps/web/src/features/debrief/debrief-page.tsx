"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { DebriefActions } from "./debrief-actions.tsx";
import { DebriefGrid } from "./debrief-grid.tsx";
import classes from "./debrief-page.module.css";
import { DecidePanel } from "./decide-panel.tsx";
import { DecisionList } from "./decision-list.tsx";
import { NotesPanel } from "./notes-panel.tsx";
import { QuorumPanel } from "./quorum-panel.tsx";
import { Sealed } from "./sealed.tsx";

/** One stage's debrief: who rated what, where they differ, what was said, and what is decided. */
export function DebriefPage(props: {
  org: string;
  applicationId: string;
  stageId: string | null;
  onBreakGlass: (stage: { id: string; name: string }) => void;
}) {
  const { org, applicationId, stageId, onBreakGlass } = props;
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(
    trpc.debrief.show.queryOptions({ applicationId, stageId }),
  );
  const { application, stage } = view;
  const at = `/o/${org}/applications/${application.id}`;
  const offerDecided = view.decisions.some(isOffer);
  return (
    <>
      <PageHeader
        wide
        title={`${stage.interviewed ? "Debrief" : "Decision"}: ${stage.name}`}
        crumbs={[
          ...(view.form.leads
            ? [{ label: application.job, href: `/o/${org}/jobs/${application.jobId}` }]
            : []),
          { label: application.candidate, href: at },
        ]}
        {...(stage.interviewed ? { state: <StateBadge kind="debrief" state={view.state} /> } : {})}
        lead={`${application.candidate} for ${application.job}`}
        action={
          <DebriefActions
            view={view}
            offerHref={view.form.leads && offerDecided ? `${at}/offer` : null}
          />
        }
      >
        {view.stages.length > 1 ? (
          <nav aria-label="Stages" className={classes.stages}>
            {view.stages.map((one) => (
              <Link
                key={one.id}
                href={`${at}/debrief?stage=${one.id}`}
                className={classes.stage}
                aria-current={one.id === stage.id ? "page" : undefined}
              >
                {one.name}
                {one.current ? <span className={classes.now}>now</span> : null}
              </Link>
            ))}
          </nav>
        ) : undefined}
      </PageHeader>
      <div className={classes.page} data-plain={stage.interviewed ? undefined : true}>
        <div className={classes.main}>
          {view.sealed === null ? (
            <>
              <p className={classes.agreement}>
                {stage.interviewed
                  ? view.agreement
                  : "This stage has no interviews: it is decided on the requirements of the post."}
              </p>
              {view.rows.length === 0 ? null : <DebriefGrid view={view} />}
            </>
          ) : (
            <Sealed sealed={view.sealed}>
              {view.form.manages && stage.interviewed ? (
                <ReasonButton
                  size="compact-sm"
                  variant="default"
                  reason={view.may.breakGlass?.sentence ?? null}
                  lift={view.may.breakGlass?.lift ?? null}
                  onClick={() => onBreakGlass(stage)}
                >
                  Break the seal…
                </ReasonButton>
              ) : null}
            </Sealed>
          )}
          {stage.interviewed ? <QuorumPanel view={view} /> : null}
        </div>
        {view.sealed === null ? (
          <aside className={classes.side} aria-label="Notes and decision">
            {offerDecided ? null : <DecidePanel view={view} />}
            {view.decisions.length === 0 ? null : <DecisionList view={view} />}
            {offerDecided ? <DecidePanel view={view} /> : null}
            <NotesPanel view={view} />
          </aside>
        ) : null}
      </div>
    </>
  );
}

function isOffer(one: { kind: string; state: string }): boolean {
  return one.kind === "offer" && one.state === "recorded";
}
