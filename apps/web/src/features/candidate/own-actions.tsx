"use client";

import { Text } from "@mantine/core";
import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import classes from "./own.module.css";

/** Withdrawing, for as long as there is something to withdraw. */
export function OwnActions({ of }: { of: OwnApplication }) {
  const trpc = useTRPC();
  const withdraw = useCommand(trpc.candidate.withdraw.mutationOptions());
  const [asking, setAsking] = useState(false);
  const over = of.state !== "active" && of.state !== "on_hold";
  // Whoever asked already reads why not.
  if (over && !asking) return null;
  const { sentence = null, lift = null } = of.may.withdraw ?? {};
  return (
    <div className={classes.actions}>
      <ReasonButton
        variant="subtle"
        color="gray"
        reason={sentence}
        lift={lift}
        onClick={() => setAsking(true)}
      >
        Withdraw this application
      </ReasonButton>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Withdraw this application?"
        confirmLabel="Withdraw"
        tone="destroy"
        onConfirm={() => withdraw.run({ applicationId: of.id })}
      >
        <Text size="lg">
          Interviews that were planned are cancelled, and everyone who needs to know is told. You
          need to give no reason. You may apply again at any time.
        </Text>
      </ConfirmDialog>
    </div>
  );
}
