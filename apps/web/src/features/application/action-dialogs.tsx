"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { Text } from "@mantine/core";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";
import { AdjustmentDialog } from "./adjustment-dialog.tsx";
import { DeviateDialog } from "./deviate-dialog.tsx";
import { HoldDialog } from "./hold-dialog.tsx";
import { MessageDialog } from "./message-dialog.tsx";
import { RejectDialog } from "./reject-dialog.tsx";
import { TransferDialog } from "./transfer-dialog.tsx";

export type Action =
  | "takeBackMail"
  | "message"
  | "hold"
  | "move"
  | "transfer"
  | "relation"
  | "withdraw"
  | "reject"
  | "answerAdjustment";

/** The dialogs of what the reader may do with an application; one is open at a time. */
export function ActionDialogs(props: {
  org: string;
  view: ApplicationView;
  action: Action | null;
  onClose: () => void;
}) {
  const { org, view, action, onClose } = props;
  const trpc = useTRPC();
  const takeBack = useCommand(trpc.application.takeBackMail.mutationOptions());
  const withdraw = useCommand(trpc.application.withdraw.mutationOptions());
  const declare = useCommand(trpc.candidate.declareRelation.mutationOptions());
  const { id: applicationId, candidate } = view;
  return (
    <>
      <MessageDialog view={view} opened={action === "message"} onClose={onClose} />
      <HoldDialog view={view} opened={action === "hold"} onClose={onClose} />
      <RejectDialog view={view} opened={action === "reject"} onClose={onClose} />
      <TransferDialog org={org} view={view} opened={action === "transfer"} onClose={onClose} />
      <DeviateDialog view={view} opened={action === "move"} onClose={onClose} />
      <AdjustmentDialog view={view} opened={action === "answerAdjustment"} onClose={onClose} />
      <ConfirmDialog
        opened={action === "takeBackMail"}
        onClose={onClose}
        title={`Take back the rejection of ${candidate.name}`}
        confirmLabel="Take it back"
        onConfirm={async () => {
          await takeBack.run({ applicationId });
          toastDone(`${candidate.name} is active again; no e-mail leaves.`);
        }}
      >
        <Text size="md">
          The e-mail is not sent, and the interviews of this stage are planned again.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={action === "withdraw"}
        onClose={onClose}
        title={`${candidate.name} withdraws`}
        confirmLabel="Withdraw"
        reason={{ label: "What they said, and how", minLength: 3 }}
        onConfirm={async (said) => {
          await withdraw.run({ applicationId, said });
          toastDone(`${candidate.name} has withdrawn.`);
        }}
      >
        <Text size="md">
          Interviews that have not begun are cancelled. {candidate.name} gets an e-mail that says
          so.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={action === "relation"}
        onClose={onClose}
        title={`You know ${candidate.name}`}
        confirmLabel="Declare it"
        reason={{
          label: "How you know them",
          description: "Read by those who see this pipeline.",
          minLength: 3,
        }}
        onConfirm={async (note) => {
          await declare.run({ applicationId, note });
          toastDone("Declared. You take no part in judging them.");
        }}
      >
        <Text size="md">
          From now on you neither interview, rate, decide nor approve here. It cannot be undone.
        </Text>
      </ConfirmDialog>
    </>
  );
}
