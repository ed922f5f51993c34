"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import type { ReactNode, SyntheticEvent } from "react";
import type { ApiError } from "../../api/errors.ts";
import { useReadAgain } from "../../api/use-read-again.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";

/** A form in a dialog: its fields, what is still missing, the refusal, and the two buttons. */
export function DialogForm(props: {
  opened: boolean;
  title: string;
  confirmLabel: string;
  keepLabel?: string;
  /** What is still missing, as a sentence; null when it can be sent. */
  missing: string | null;
  running: boolean;
  refusal: ApiError | null;
  onSubmit: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { opened, title, confirmLabel, missing, running, refusal, onSubmit, onClose } = props;
  const { keepLabel = "Keep as it is" } = props;
  useReadAgain(opened, refusal);
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (missing !== null || running) return;
    void onSubmit()
      .then(onClose)
      .catch(() => undefined);
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="md">
      <Form onSubmit={submit}>
        <Stack gap="md">
          {props.children}
          <FormRefusal refusal={refusal} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {keepLabel}
            </Button>
            <ReasonButton type="submit" loading={running} reason={missing}>
              {confirmLabel}
            </ReasonButton>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
