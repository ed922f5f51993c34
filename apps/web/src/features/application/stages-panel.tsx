"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { IconCheck, IconLock } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { BriefTime } from "../../ui/exact-time.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { Marks } from "./marks.tsx";
import classes from "./stages-panel.module.css";

export type Stage = ApplicationView["stages"][number];
export type Interview = Stage["interviews"][number];

/** The stages of the plan: what is done, what is now, who sits where, what is sealed and why. */
export function StagesPanel(props: {
  org: string;
  view: ApplicationView;
  schedule: (interview: Interview) => ReactNode;
  onBreakGlass: (stage: Stage) => void;
  onAddInterview: () => void;
}) {
  const { org, view, schedule, onBreakGlass, onAddInterview } = props;
  const at = `/o/${org}/applications/${view.id}`;
  return (
    <ol className={classes.stages} aria-label="Stages">
      {view.stages.map((stage) => (
        <li
          key={stage.id}
          className={classes.stage}
          data-when={stage.when}
          aria-current={stage.when === "now" ? "step" : undefined}
        >
          <span className={classes.dot} aria-hidden="true">
            {stage.when === "done" ? <IconCheck size={12} stroke={2.4} /> : null}
          </span>
          <div className={classes.head}>
            <h2 className={classes.name}>{stage.name}</h2>
            <span className={classes.side}>
              <Marks marks={stage.marks} sealed={stage.sealed?.sentence ?? null} />
              {stage.marks.length > 0 && view.may.readScorecards !== null ? (
                <Link href={`${at}/debrief?stage=${stage.id}`}>Scorecards</Link>
              ) : null}
              {stage.decidedAt === null ? null : (
                <span className={classes.quiet}>
                  decided <BriefTime at={stage.decidedAt} />
                </span>
              )}
            </span>
          </div>
          <Seal stage={stage} onBreakGlass={() => onBreakGlass(stage)} />
          {stage.when === "now" || stage.interviews.length > 0 ? (
            <ul className={classes.interviews}>
              {stage.interviews.map((one) => (
                <InterviewLine key={one.id} org={org} one={one}>
                  {view.may.schedule === null || stage.when !== "now" ? null : schedule(one)}
                </InterviewLine>
              ))}
            </ul>
          ) : null}
          {stage.when !== "now" || view.may.addExtra === null ? null : (
            <div className={classes.extra}>
              <ReasonButton
                size="compact-sm"
                variant="subtle"
                reason={view.may.addExtra.refused?.sentence ?? null}
                lift={view.may.addExtra.refused?.lift ?? null}
                onClick={onAddInterview}
              >
                Add an interview…
              </ReasonButton>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Seal({ stage, onBreakGlass }: { stage: Stage; onBreakGlass: () => void }) {
  const { breakGlass } = stage;
  if (stage.sealed === null || stage.marks.every((mark) => mark.state !== "in")) return null;
  return (
    <div className={classes.seal}>
      <IconLock size={14} stroke={1.8} aria-hidden="true" />
      <div>
        <span>
          {stage.sealed.sentence} {stage.sealed.lift}
        </span>
        {breakGlass === null ? null : (
          <div>
            <ReasonButton
              size="compact-sm"
              variant="subtle"
              reason={breakGlass.refused?.sentence ?? null}
              lift={breakGlass.refused?.lift ?? null}
              onClick={onBreakGlass}
            >
              Break the seal…
            </ReasonButton>
          </div>
        )}
      </div>
    </div>
  );
}

function InterviewLine(props: { org: string; one: Interview; children: ReactNode }) {
  const { org, one, children } = props;
  const people = one.seats.map((seat) => `${seat.name}${seat.shadow ? " (shadow)" : ""}`);
  return (
    <li className={classes.interview}>
      <div className={classes.what}>
        {one.kit ? (
          <Link href={`/o/${org}/interviews/${one.id}`} className={classes.kit}>
            {one.name}
          </Link>
        ) : (
          <span className={classes.kit}>{one.name}</span>
        )}
        <span className={classes.quiet}>
          {one.minutes} min
          {people.length === 0 ? "" : ` · ${people.join(", ")}`}
        </span>
        {one.startsAt === null ? null : (
          <span className={classes.quiet}>
            <BriefTime at={one.startsAt} />
          </span>
        )}
        {one.proposal?.times.map((time) => (
          <span key={time} className={classes.quiet}>
            <BriefTime at={time} />?
          </span>
        ))}
      </div>
      <div className={classes.side}>
        <StateBadge kind="interview" state={one.state} />
        {children}
      </div>
    </li>
  );
}
