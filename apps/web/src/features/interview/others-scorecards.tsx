"use client";

import { Button } from "@mantine/core";
import type { KitView } from "@rubric/domain/interview/schemas";
import Link from "next/link";
import { StateBadge } from "../../ui/state-badge.tsx";
import { Notice } from "../../ui/notice.tsx";
import classes from "./others-scorecards.module.css";
import { ScorecardVersion } from "./scorecard-version.tsx";

/** The stage's other scorecards: why they are sealed, or what they say. */
export function OthersScorecards({ org, kit }: { org: string; kit: KitView }) {
  const { others, application, stage } = kit;
  return (
    <section aria-label="Scorecards of the stage">
      <header className={classes.head}>
        <h2>{stage.name}</h2>
        <span className={classes.count} data-num>
          {others.counted} of {others.needed} in
        </span>
      </header>
      {others.sealed === null ? null : (
        <Notice tone="locked" title={others.sealed.sentence} words={others.sealed.lift} />
      )}
      <ul className={classes.people}>
        {others.seats.map((one) => (
          <li key={one.scorecardId}>
            <span>
              {one.shadow ? `${one.name} (shadow)` : one.name}
              <span className={classes.interview}>{one.interview}</span>
            </span>
            <StateBadge kind="scorecard" state={one.state} />
          </li>
        ))}
      </ul>
      {others.sealed === null
        ? others.scorecards.map((card) => {
            const [version] = card.versions;
            return version === undefined ? null : (
              <ScorecardVersion
                key={card.id}
                version={version}
                criteria={others.criteria}
                questions={kit.questions}
                title={`${card.author.name}, ${card.interview.name}`}
                open={false}
              />
            );
          })
        : null}
      {others.sealed === null && kit.may.openApplication ? (
        <Button component={Link} href={`/o/${org}/applications/${application.id}/debrief`}>
          Go to the debrief
        </Button>
      ) : null}
    </section>
  );
}
