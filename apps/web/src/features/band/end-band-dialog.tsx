"use client";

import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import type { BandListView, BandView } from "@rubric/domain/band/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { Form } from "../../ui/form.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { heldToWords, endOf } from "./ending.ts";

interface Props {
  view: BandListView;
  frameworkId: string;
  band: BandView;
  onClose: () => void;
}

function Content({ view, frameworkId, band, onClose }: Props) {
  const trpc = useTRPC();
  const draft = useCommand(trpc.band.draft.mutationOptions());
  const [day, setDay] = useState(view.today);
  const [reason, setReason] = useState("");

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    void draft
      .run({ frameworkId, band: endOf(band, day), reason })
      .then(() => {
        toastDone("The draft waits for another admin.");
        onClose();
      })
      .catch(() => undefined);
  }

  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="md">
        <p className={panel.words}>
          Afterwards {heldToWords(view, band)} What was offered before that day stays right.
        </p>
        <DayField
          label="Ends on"
          description="From this day on it does not hold: today or later."
          value={day}
          minDate={view.today}
          valueFormat="D MMM YYYY"
          onChange={(chosen) => setDay(chosen ?? view.today)}
        />
        <Textarea
          label="Why"
          description="Read by the admin who approves it, and kept."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          required
        />
        <Refusal refusal={draft.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Keep as it is
          </Button>
          <ReasonButton
            type="submit"
            reason={reason.trim().length < 3 ? "Say why." : null}
            loading={draft.running}
          >
            Draft its end
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}

/** Drafts the end of a band; another admin approves it. */
export function EndBandDialog(props: Omit<Props, "band"> & { band: BandView | null }) {
  const { band } = props;
  return (
    <Modal
      opened={band !== null}
      onClose={props.onClose}
      title="End this band"
      size="md"
      closeOnClickOutside={false}
    >
      {band === null ? null : <Content {...props} band={band} />}
    </Modal>
  );
}
