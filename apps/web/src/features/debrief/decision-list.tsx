"use client";

import type { DebriefView, DecisionView } from "@rubric/domain/debrief/schemas";
import { Button } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { ExactTime } from "../../ui/exact-time.tsx";
import panel from "../../ui/panel.module.css";
import { ratingWords } from "../../ui/ratings.ts";
import { StateBadge } from "../../ui/state-badge.tsx";
import classes from "./decision-list.module.css";
import { ReverseDialog } from "./reverse-dialog.tsx";

const WORDS = { advance: "Advance", reject: "Reject", offer: "Offer" } as const;

/** The decisions so far, newest first; a superseded one stays as it was written. */
export function DecisionList({ view }: { view: DebriefView }) {
  const [reversing, setReversing] = useState<DecisionView | null>(null);
  return (
    <section className={panel.panel} aria-labelledby="decisions">
      <div className={panel.head}>
        <h2 id="decisions" className={panel.title}>
          {view.decisions.length === 1 ? "Decided" : "Decisions"}
        </h2>
      </div>
      <ul className={panel.list}>
        {view.decisions.map((one) => (
          <li
            key={one.id}
            className={panel.item}
            data-past={one.state === "superseded" || undefined}
          >
            <Decided one={one} />
            {one.mayReverse !== null ? null : one.stageId === view.stage.id ? (
              <Button
                variant="subtle"
                size="compact-sm"
                mt={8}
                ml={-8}
                onClick={() => setReversing(one)}
              >
                Reverse this decision
              </Button>
            ) : (
              <Link href={`?stage=${one.stageId}`}>Look at {one.stage} to reverse it</Link>
            )}
          </li>
        ))}
      </ul>
      {reversing === null ? null : (
        <ReverseDialog view={view} earlier={reversing} onClose={() => setReversing(null)} />
      )}
    </section>
  );
}

function Decided({ one }: { one: DecisionView }) {
  return (
    <div className={panel.stack} style={{ gap: 6 }}>
      <div className={panel.row}>
        <span className={classes.kind}>{WORDS[one.kind]}</span>
        <span className={panel.quiet}>
          after {one.stage}, {one.level}
        </span>
        {one.state === "superseded" ? <StateBadge kind="decision" state={one.state} /> : null}
      </div>
      <p className={panel.words}>{one.reason}</p>
      {one.requirement === null ? null : (
        <p className={panel.quiet}>Requirement: {one.requirement}</p>
      )}
      {one.grounds.length === 0 ? null : (
        <ul className={classes.chips} aria-label="Rests on">
          {one.grounds.map((ground) => (
            <li key={ground.criterionId} className={classes.chip}>
              {ground.name}
            </li>
          ))}
        </ul>
      )}
      {one.changed.map((change) => (
        <p key={`${change.rater} ${change.criterion}`} className={panel.quiet}>
          {change.rater} on {change.criterion}: {ratingWords[change.before ?? "not_assessed"]}{" "}
          before the debrief, {ratingWords[change.after ?? "not_assessed"]} after it
        </p>
      ))}
      {one.reversalReason === null ? null : (
        <p className={panel.quiet}>Superseded: {one.reversalReason}</p>
      )}
      <p className={panel.quiet}>
        {one.by}, <ExactTime at={one.at} />
      </p>
    </div>
  );
}
