"use client";

import type { RequisitionView } from "@rubric/domain/requisition/schemas";
import { Text } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { MayButton } from "../../ui/may-button.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import classes from "./requisition.module.css";

type Dialog = "sendBack" | "hold" | "resume" | "cancel";

/** What can be done with a requisition now; what its reader is not to do is not shown. */
export function RequisitionActions(props: { view: RequisitionView; onChange: () => void }) {
  const { view, onChange } = props;
  const { may, state, id: requisitionId } = view;
  const trpc = useTRPC();
  const request = useCommand(trpc.requisition.request.mutationOptions());
  const approve = useCommand(trpc.requisition.approve.mutationOptions());
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const say = (done: Promise<unknown>, sentence: string) =>
    void done.then(() => toastDone(sentence)).catch(toastRefused);
  const act = (label: string, which: Dialog, why = may[which]) => (
    <MayButton label={label} may={why} onClick={() => setDialog(which)} />
  );
  return (
    <>
      <div className={classes.actions}>
        {state === "draft" && may.request?.law !== 15 ? (
          <MayButton
            label="Ask for approval"
            may={may.request}
            primary
            loading={request.running}
            onClick={() => say(request.run({ requisitionId }), "The first group is asked.")}
          />
        ) : null}
        {may.change === null ? <MayButton label="Change it" may={null} onClick={onChange} /> : null}
        {view.mineToApprove ? (
          <MayButton
            label="Approve"
            may={may.approve}
            primary
            loading={approve.running}
            onClick={() =>
              say(approve.run({ requisitionId, round: view.round }), "Your approval is in.")
            }
          />
        ) : null}
        {may.sendBack === null
          ? act(view.mineToApprove ? "Send back" : "Take it back", "sendBack")
          : null}
        {may.hold === null ? act("Put on hold", "hold") : null}
        {may.resume === null ? act("Resume", "resume") : null}
        {may.cancel === null || may.cancel.law === 9 ? act("Cancel it", "cancel") : null}
      </div>
      <Dialogs view={view} dialog={dialog} close={() => setDialog(null)} />
    </>
  );
}

function Dialogs(props: { view: RequisitionView; dialog: Dialog | null; close: () => void }) {
  const { view, dialog, close } = props;
  const { id: requisitionId } = view;
  const trpc = useTRPC();
  const sendBack = useCommand(trpc.requisition.sendBack.mutationOptions());
  const hold = useCommand(trpc.requisition.hold.mutationOptions());
  const resume = useCommand(trpc.requisition.resume.mutationOptions());
  const cancel = useCommand(trpc.requisition.cancel.mutationOptions());
  return (
    <>
      <ConfirmDialog
        opened={dialog === "sendBack"}
        onClose={close}
        title={view.mineToApprove ? "Send it back" : "Take it back"}
        confirmLabel={view.mineToApprove ? "Send back" : "Take it back"}
        reason={{ label: "What should change", minLength: 3 }}
        onConfirm={(reason) => sendBack.run({ requisitionId, reason })}
      >
        <Text size="md">
          It is a draft again, and approvals that were given are asked for anew.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "hold"}
        onClose={close}
        title={`Put R-${view.number} on hold?`}
        confirmLabel="Put on hold"
        reason={{ label: "Why", minLength: 3 }}
        onConfirm={(reason) => hold.run({ requisitionId, reason })}
      >
        <Text size="md">
          No further offer is sent for its openings. Offers that are out stay valid.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "resume"}
        onClose={close}
        title={`Resume R-${view.number}?`}
        confirmLabel="Resume"
        reason={{ label: "Why", minLength: 3 }}
        onConfirm={(reason) => resume.run({ requisitionId, reason })}
      >
        <Text size="md">Offers may be sent for its openings again.</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "cancel"}
        onClose={close}
        title={`Cancel R-${view.number}?`}
        confirmLabel="Cancel it"
        tone="destroy"
        reason={{ label: "Why", minLength: 3 }}
        onConfirm={(reason) => cancel.run({ requisitionId, reason })}
      >
        <Text size="md">It is cancelled for good, and its open openings are closed.</Text>
      </ConfirmDialog>
    </>
  );
}
