"use client";

import { Textarea } from "@mantine/core";
import type { BaselineView } from "@rubric/domain/baseline/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { MayButton } from "../../ui/may-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./baseline.module.css";

/** What the person may do with their baseline. */
export function BaselineActions({ view }: { view: BaselineView }) {
  const trpc = useTRPC();
  const memberId = view.member.id;
  const open = useCommand(trpc.baseline.open.mutationOptions());
  const share = useCommand(trpc.baseline.share.mutationOptions());
  const object = useCommand(trpc.baseline.object.mutationOptions());
  const withdraw = useCommand(trpc.baseline.withdrawObjection.mutationOptions());
  const [dialog, setDialog] = useState<"share" | "object" | null>(null);
  const [remark, setRemark] = useState(view.remark);
  function close() {
    share.reset();
    setDialog(null);
  }
  return (
    <section aria-labelledby="actions-title">
      <h2 id="actions-title">What you can do</h2>
      <div className={classes.buttons}>
        {view.openedAt === null ? (
          <MayButton
            label="Open my baseline"
            may={view.may.open}
            primary
            loading={open.running}
            onClick={() => open.start({ memberId })}
          />
        ) : null}
        {view.objection === null ? (
          <>
            <MayButton
              label="Let my manager see it now, with a remark"
              may={view.may.share}
              onClick={() => setDialog("share")}
            />
            <MayButton
              label="Object to its use"
              may={view.may.object}
              onClick={() => setDialog("object")}
            />
          </>
        ) : (
          <MayButton
            label="Withdraw my objection"
            may={view.may.withdrawObjection}
            loading={withdraw.running}
            onClick={() => withdraw.start({ memberId })}
          />
        )}
      </div>
      <Refusal refusal={open.refusal ?? withdraw.refusal} />
      <ConfirmDialog
        opened={dialog === "share"}
        onClose={close}
        title="Let your manager see it now?"
        confirmLabel="Let them see it"
        onConfirm={async () => {
          await share.run({ memberId, remark });
          toastDone("Your manager sees it from now on.");
        }}
      >
        <Textarea
          label="Your remark"
          description="Your manager reads it beside the ratings. You may change it later."
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
          autosize
          minRows={3}
          error={share.refusal?.fields.remark}
          data-autofocus
        />
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "object"}
        onClose={close}
        title="Object to the use of your baseline?"
        confirmLabel="Object"
        reason={{
          label: "Why",
          description: "Kept for you. Your manager sees neither the reason nor that you objected.",
          minLength: 3,
        }}
        onConfirm={async (reason) => {
          await object.run({ memberId, reason });
          toastDone("Nobody but you sees it, and nothing rests on it.");
        }}
      >
        <p style={{ margin: 0 }}>
          Your manager sees nothing of it from now on, and no plan or chart rests on it. You may
          withdraw the objection at any time.
        </p>
      </ConfirmDialog>
    </section>
  );
}
