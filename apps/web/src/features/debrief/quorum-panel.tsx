"use client";

import type { DebriefView } from "@rubric/domain/debrief/schemas";
import { Button, NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import panel from "../../ui/panel.module.css";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";

/** Whose scorecards the stage waits for, who was excused and why, and a quorum that was lowered. */
export function QuorumPanel({ view }: { view: DebriefView }) {
  const { quorum, raters, may, form } = view;
  const [lowering, setLowering] = useState(false);
  const { lowered } = quorum;
  return (
    <section className={panel.panel} aria-labelledby="quorum">
      <div className={panel.head}>
        <h2 id="quorum" className={panel.title}>
          Quorum: {quorum.counted} of {quorum.needed}
        </h2>
        {form.leads && !quorum.met && may.lowerQuorum === null ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setLowering(true)}>
            Lower the quorum
          </Button>
        ) : null}
      </div>
      <div className={panel.stack}>
        {lowered === null ? null : (
          <p className={panel.words}>
            Lowered to {lowered.to} by {lowered.by}: {lowered.reason}
          </p>
        )}
        {raters.length === 0 ? (
          <p className={panel.quiet}>Nobody is assigned in this stage yet.</p>
        ) : (
          <ul className={panel.stack} style={{ margin: 0, padding: 0, listStyle: "none" }}>
            {raters.map((rater) => (
              <li key={rater.scorecardId} className={panel.row}>
                <PersonAvatar name={rater.name} size={22} />
                <span>{rater.name}</span>
                <span className={panel.quiet}>{rater.interview}</span>
                <StateBadge kind="scorecard" state={rater.state} />
                {rater.shadow ? <span className={panel.quiet}>Shadow, does not count</span> : null}
                {rater.state === "submitted" && !rater.counts && !rater.shadow ? (
                  <span className={panel.quiet}>Too few ratings to count</span>
                ) : null}
                {rater.excused === null ? null : (
                  <span className={panel.quiet}>{rater.excused}</span>
                )}
                {rater.laterVersions > 0 ? (
                  <span className={panel.quiet}>
                    {rater.laterVersions === 1
                      ? "1 later correction beside it"
                      : `${rater.laterVersions} later corrections beside it`}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </div>
      <LowerDialog view={view} opened={lowering} onClose={() => setLowering(false)} />
    </section>
  );
}

function LowerDialog(props: { view: DebriefView; opened: boolean; onClose: () => void }) {
  const { view, opened, onClose } = props;
  const { application, stage, quorum } = view;
  const trpc = useTRPC();
  const lower = useCommand(trpc.debrief.lowerQuorum.mutationOptions());
  const most = Math.max(1, quorum.needed - 1);
  const [to, setTo] = useState(most);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="Lower the quorum"
      confirmLabel={`Decide with ${to}`}
      reason={{
        label: "Why fewer scorecards are enough",
        description: "It stays visible here and in the audit trail.",
        minLength: 3,
      }}
      onConfirm={(reason) =>
        lower.run({ applicationId: application.id, stageId: stage.id, to, reason })
      }
    >
      <Text size="md">
        Scorecards that are still owed are no longer waited for. Whoever owes one still reads
        nothing until theirs is in.
      </Text>
      <NumberInput
        label="Scorecards that are enough"
        value={to}
        min={1}
        max={most}
        allowDecimal={false}
        clampBehavior="strict"
        onChange={(value) => setTo(typeof value === "number" ? value : 1)}
      />
    </ConfirmDialog>
  );
}
