"use client";

import { Button } from "@mantine/core";
import type { KitView } from "@rubric/domain/interview/schemas";
import type { ScorecardView } from "@rubric/domain/scorecard/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ExactTime } from "../../ui/exact-time.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { CorrectScorecard } from "./correct-scorecard.tsx";
import { Notice } from "../../ui/notice.tsx";
import { OthersScorecards } from "./others-scorecards.tsx";
import { ScorecardVersion } from "./scorecard-version.tsx";
import classes from "./submitted-scorecard.module.css";

/** One's own scorecard once it is closed: its versions, a correction, and the others' state. */
export function SubmittedScorecard({
  org,
  kit,
  scorecard,
}: {
  org: string;
  kit: KitView;
  scorecard: ScorecardView;
}) {
  const [correcting, setCorrecting] = useState(false);
  const { state, versions } = scorecard;
  if (correcting) {
    return (
      <CorrectScorecard kit={kit} scorecard={scorecard} onClose={() => setCorrecting(false)} />
    );
  }
  return (
    <div className={classes.columns}>
      <section aria-label="Your scorecard">
        <header className={classes.head}>
          <h2>Your scorecard</h2>
          {state === "submitted" ? (
            <Button variant="default" onClick={() => setCorrecting(true)}>
              Correct it
            </Button>
          ) : null}
        </header>
        {state === "excused" ? <Excused kit={kit} scorecard={scorecard} /> : null}
        {state === "void" ? (
          <Notice
            tone="plain"
            title="This scorecard is void."
            words="The interview did not take place, or the application ended a while ago. You owe nothing here."
          />
        ) : null}
        {scorecard.glassBroken.map((one) => (
          <Notice
            key={one.at}
            tone="late"
            title={`${one.by} read this scorecard while it was sealed.`}
            words="The reason stands in the audit trail."
          />
        ))}
        {versions.map((version, index) => (
          <ScorecardVersion
            key={version.number}
            version={version}
            criteria={kit.criteria}
            questions={kit.questions}
            title={versions.length === 1 ? null : `Version ${version.number}`}
            open={index === 0}
          />
        ))}
      </section>
      <OthersScorecards org={org} kit={kit} />
    </div>
  );
}

/** An excused author may still write, until the stage is decided (law 4). */
function Excused({ kit, scorecard }: { kit: KitView; scorecard: ScorecardView }) {
  const trpc = useTRPC();
  const again = useCommand(trpc.scorecard.resume.mutationOptions());
  return (
    <Notice tone="plain" title="You were excused." words={scorecard.excused}>
      <p>
        What you had typed is kept
        {scorecard.draftSavedAt === null ? null : (
          <>
            , as of <ExactTime at={scorecard.draftSavedAt} />
          </>
        )}
        . Until the stage is decided you can write it after all.
      </p>
      <Refusal refusal={again.refusal} />
      <Button
        variant="default"
        loading={again.running}
        disabled={kit.application.ended}
        onClick={() => again.start({ scorecardId: scorecard.id })}
      >
        Write it after all
      </Button>
    </Notice>
  );
}
