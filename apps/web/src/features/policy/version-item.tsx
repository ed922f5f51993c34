"use client";

import { Progress } from "@mantine/core";
import type { PolicyVersionView, PolicyView } from "@rubric/domain/policy/schemas";
import Link from "next/link";
import { ExactTime } from "../../ui/exact-time.tsx";
import { StateBadge, ToneBadge } from "../../ui/state-badge.tsx";
import classes from "./policy.module.css";
import { segmentWords } from "../../ui/segment-words.ts";
import { Sentence } from "./sentence.tsx";
import { VersionActions } from "./version-actions.tsx";

/** One version: for whom, the sentence, who set it and why, and what it would have changed. */
export function VersionItem({
  org,
  policy,
  version,
  template,
  onChange,
}: {
  org: string;
  policy: PolicyView;
  version: PolicyVersionView;
  template: string;
  onChange: () => void;
}) {
  const isOpen = version.state === "draft" || version.state === "proposed";
  const href = `/o/${org}/settings/policies/${version.id}`;
  return (
    <li
      id={version.id}
      className={classes.version}
      data-quiet={isOpen || version.inForce ? undefined : true}
    >
      <div>
        <span className={classes.segment}>{segmentWords(policy.segment)}</span>{" "}
        {version.inForce ? (
          <ToneBadge tone="good">In force</ToneBadge>
        ) : version.state === "approved" ? (
          <ToneBadge tone="over">Approved, not in force</ToneBadge>
        ) : (
          <StateBadge kind="policy" state={version.state} />
        )}
      </div>
      {version.ends ? (
        <p className={classes.sentence}>
          No policy of its own: the next wider segment decides, in the end the rule's standard.
        </p>
      ) : (
        <Sentence template={template} parameters={version.parameters} />
      )}
      <p className={classes.meta}>
        {version.number === null ? "Written" : `Version ${version.number}`} by {version.author.name}
        {version.approver === null ? null : `, approved by ${version.approver.name}`}
        {version.effectiveFrom === null ? ", in force from its approval on" : ", in force from "}
        {version.effectiveFrom === null ? null : <ExactTime at={version.effectiveFrom} />}
        {version.effectiveTo === null ? null : (
          <>
            {" "}
            until <ExactTime at={version.effectiveTo} />
          </>
        )}
        . Why: {version.reason}
      </p>
      {version.stateReason === null ? null : (
        <p className={classes.meta}>Sent back: {version.stateReason}</p>
      )}
      <Tried version={version} href={href} />
      {isOpen ? <VersionActions version={version} onChange={onChange} /> : null}
    </li>
  );
}

function Tried({ version, href }: { version: PolicyVersionView; href: string }) {
  const { trial, shadow } = version;
  if (trial === null && shadow === null) return null;
  return (
    <div className={classes.tried}>
      {trial === null ? null : trial.state === "waiting" || trial.state === "running" ? (
        <span role="status" style={{ minWidth: "14rem" }}>
          Looked at {trial.seen} of {trial.total} commands
          <Progress
            value={trial.total === 0 ? 100 : (100 * trial.seen) / trial.total}
            aria-label="Progress of the trial"
          />
        </span>
      ) : trial.state === "failed" ? (
        <span>The trial did not come to its end. Try it once more.</span>
      ) : (
        <Link href={href}>
          {trial.changed} of {trial.judged} past decisions would have come out differently
        </Link>
      )}
      {shadow === null ? null : (
        <Link href={`${href}?from=shadow`}>
          In shadow: {shadow.differed} of {shadow.agreed + shadow.differed} decisions differ
        </Link>
      )}
    </div>
  );
}
