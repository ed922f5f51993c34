"use client";

import type { OfferView } from "@rubric/domain/offer/schemas";
import { Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { MayButton } from "../../ui/may-button.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { WhyNot } from "../../ui/why-not.tsx";
import classes from "./offer.module.css";

type Dialog = "send" | "sendBack" | "askChange" | "askToWithdraw" | "withdraw" | "fellThrough";

/** What can be done with a version now; what its reader is not to do is not shown. */
export function OfferActions(props: {
  offer: OfferView;
  candidate: string;
  onChange?: () => void;
}) {
  const { offer, candidate, onChange } = props;
  const { may, state } = offer;
  const trpc = useTRPC();
  const request = useCommand(trpc.offer.request.mutationOptions());
  const approve = useCommand(trpc.offer.approve.mutationOptions());
  const confirm = useCommand(trpc.offer.confirm.mutationOptions());
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { id: offerId } = offer;
  // What a policy of the organization stands against, with its version and what it looked at.
  const blocked = state === "draft" ? may.request : state === "approved" ? may.send : null;
  const out = state === "sent" || state === "change_asked";
  const say = (done: Promise<unknown>, sentence: string) =>
    void done.then(() => toastDone(sentence)).catch(toastRefused);
  return (
    <>
      <div className={classes.actions}>
        {state === "draft" ? (
          <MayButton
            label="Ask for approval"
            may={may.request}
            loading={request.running}
            primary
            onClick={() => say(request.run({ offerId }), "Those who approve it are asked.")}
          />
        ) : null}
        {state === "draft" && onChange !== undefined && may.change === null ? (
          <MayButton label="Change it" may={null} onClick={onChange} />
        ) : null}
        {state === "pending" && offer.mineToApprove ? (
          <MayButton
            label="Approve"
            may={may.approve}
            loading={approve.running}
            primary
            onClick={() => say(approve.run({ offerId, round: offer.round }), "Approved.")}
          />
        ) : null}
        {state === "approved" && may.send?.law !== 15 ? (
          <MayButton label="Send it" may={may.send} primary onClick={() => setDialog("send")} />
        ) : null}
        {may.sendBack === null ? (
          <MayButton
            label={offer.mineToApprove ? "Send back" : "Take it back"}
            may={null}
            onClick={() => setDialog("sendBack")}
          />
        ) : null}
        {out && may.askChange === null ? (
          <MayButton
            label="Note a change asked for"
            may={null}
            onClick={() => setDialog("askChange")}
          />
        ) : null}
        {out && offer.mineToApprove && offer.withdrawal !== null ? (
          <MayButton
            label="Withdraw it"
            may={may.withdraw}
            destroys
            onClick={() => setDialog("withdraw")}
          />
        ) : null}
        {out && may.askToWithdraw?.law !== 15 && offer.withdrawal === null ? (
          <MayButton
            label="Ask to withdraw"
            may={may.askToWithdraw}
            onClick={() => setDialog("askToWithdraw")}
          />
        ) : null}
        {state === "accepted" && may.confirm?.law !== 15 ? (
          <MayButton
            label="Confirm it"
            may={may.confirm}
            primary
            loading={confirm.running}
            onClick={() => say(confirm.run({ offerId }), `${candidate} is confirmed.`)}
          />
        ) : null}
        {may.fellThrough === null ? (
          <MayButton label="It fell through" may={null} onClick={() => setDialog("fellThrough")} />
        ) : null}
      </div>
      {blocked?.explanation == null ? null : <WhyNot may={blocked} />}
      <Dialogs offer={offer} candidate={candidate} dialog={dialog} close={() => setDialog(null)} />
    </>
  );
}

function Dialogs(props: {
  offer: OfferView;
  candidate: string;
  dialog: Dialog | null;
  close: () => void;
}) {
  const { offer, candidate, dialog, close } = props;
  const { id: offerId } = offer;
  const trpc = useTRPC();
  const send = useCommand(trpc.offer.send.mutationOptions());
  const sendBack = useCommand(trpc.offer.sendBack.mutationOptions());
  const askChange = useCommand(trpc.offer.askChange.mutationOptions());
  const ask = useCommand(trpc.offer.askToWithdraw.mutationOptions());
  const withdraw = useCommand(trpc.offer.withdraw.mutationOptions());
  const fell = useCommand(trpc.offer.fellThrough.mutationOptions());
  const [as, setAs] = useState<"withdrawn" | "rejected">("withdrawn");
  const [words, setWords] = useState("");
  return (
    <>
      <ConfirmDialog
        opened={dialog === "send"}
        onClose={close}
        title={`Send the offer to ${candidate}?`}
        confirmLabel="Send it"
        onConfirm={() => send.run({ offerId })}
      >
        <Text size="md">
          {candidate} gets it by e-mail now. It reserves an opening until it is answered, expires or
          is withdrawn. In some places, Germany among them, a sent offer binds until its expiry.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "sendBack"}
        onClose={close}
        title={offer.mineToApprove ? "Send it back" : "Take it back"}
        confirmLabel={offer.mineToApprove ? "Send back" : "Take it back"}
        reason={{ label: "What should change", minLength: 3 }}
        onConfirm={(reason) => sendBack.run({ offerId, reason })}
      >
        <Text size="md">
          It is a draft again, and can be changed before approval is asked anew.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "askChange"}
        onClose={close}
        title="A change was asked for"
        confirmLabel="Note it"
        lacks={words.trim().length < 3 ? "Say what is asked for." : null}
        onConfirm={() => askChange.run({ offerId, words })}
      >
        <Text size="md">
          On the word of {candidate}. Asking is not declining: the offer stays valid, and the next
          version takes its opening over.
        </Text>
        <Textarea
          label={`What ${candidate} asks for`}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          autosize
          minRows={3}
          required
        />
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "askToWithdraw"}
        onClose={close}
        title="Ask to withdraw the offer"
        confirmLabel={`Ask ${offer.approver.name}`}
        reason={{ label: "Why", description: "Read by the approver.", minLength: 3 }}
        onConfirm={(reason) => ask.run({ offerId, reason })}
      >
        <Text size="md">
          It stays valid until {offer.approver.name} withdraws it, and can be accepted meanwhile. In
          some places a sent offer binds until its expiry: check before you ask.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "withdraw"}
        onClose={close}
        title="Withdraw the offer?"
        confirmLabel="Withdraw it"
        tone="destroy"
        onConfirm={() => withdraw.run({ offerId })}
      >
        <Text size="md">
          {candidate} can no longer accept it and is told at once. Its opening is free again. In
          some places, Germany among them, a sent offer binds until its expiry.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "fellThrough"}
        onClose={close}
        title="The offer fell through"
        confirmLabel="Note it"
        tone="destroy"
        reason={{ label: "What happened", minLength: 3 }}
        onConfirm={(reason) => fell.run({ offerId, as, reason })}
      >
        <Stack gap="sm">
          <Text size="md">The opening is open again.</Text>
          <Radio.Group
            label="The application ends as"
            value={as}
            onChange={(value) => setAs(value === "rejected" ? "rejected" : "withdrawn")}
          >
            <Stack gap={8} mt={4}>
              <Radio value="withdrawn" label={`Withdrawn: ${candidate} did not start`} />
              <Radio value="rejected" label="Rejected: a condition failed" />
            </Stack>
          </Radio.Group>
        </Stack>
      </ConfirmDialog>
    </>
  );
}
