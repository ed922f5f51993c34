"use client";

import type { DebriefView, DecisionView } from "@rubric/domain/debrief/schemas";
import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { DecisionFields } from "./decision-fields.tsx";
import { asDecision, basisOf, emptyForm, type Typed, whatIsMissing } from "./grounds.ts";

const OPEN = { advance: null, reject: null, offer: null } as const;

/** A new decision that supersedes an earlier one, which stays as it was written. */
export function ReverseDialog(props: {
  view: DebriefView;
  earlier: DecisionView;
  onClose: () => void;
}) {
  const { view, earlier, onClose } = props;
  const trpc = useTRPC();
  const reverse = useCommand(trpc.debrief.reverse.mutationOptions());
  const [typed, setTyped] = useState<Typed>(() => emptyForm(basisOf(view)));
  const [why, setWhy] = useState("");
  const missing =
    why.trim().length < 3
      ? "Say why the decision is reversed."
      : whatIsMissing(basisOf(view), typed);

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    const decision = asDecision(typed);
    if (missing !== null || decision === null) return;
    void reverse
      .run({
        applicationId: view.application.id,
        decisionId: earlier.id,
        reversalReason: why.trim(),
        ...decision,
      })
      .then(onClose, () => undefined);
  }

  return (
    <Modal opened onClose={onClose} title="Reverse the decision" size="lg">
      <Form onSubmit={onSubmit}>
        <Stack gap="md">
          <p className={panel.quiet}>
            The decision of {earlier.by} stays as it was written, and is marked as superseded by
            this one.
          </p>
          <Textarea
            label="Why it is reversed"
            required
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            autosize
            minRows={2}
            data-autofocus
          />
          <DecisionFields view={view} typed={typed} why={OPEN} onChange={setTyped} />
          <Refusal refusal={reverse.refusal} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Keep as it is
            </Button>
            <ReasonButton type="submit" reason={missing} loading={reverse.running}>
              Decide anew
            </ReasonButton>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
