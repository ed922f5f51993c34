"use client";

import { Group, Stack, Textarea } from "@mantine/core";
import type { CheckInView } from "@rubric/domain/check-in/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";

/** A manager's answer to a check-in, as it was read; it is given once. */
export function ReplyForm({ memberId, of }: { memberId: string; of: CheckInView }) {
  const [reply, setReply] = useState("");
  const answer = useCommand(useTRPC().checkIn.reply.mutationOptions());

  async function send(event: SyntheticEvent) {
    event.preventDefault();
    try {
      await answer.run({ memberId, checkInId: of.id, revision: of.revision, reply });
      toastDone("Your answer is recorded.");
    } catch {
      // The refusal stands in the form.
    }
  }

  return (
    <Form onSubmit={(event) => void send(event)}>
      <Stack gap="xs">
        <Textarea
          label="Your answer"
          description="It is given once, and then neither of the two changes."
          value={reply}
          onChange={(event) => setReply(event.currentTarget.value)}
          autosize
          minRows={2}
          error={answer.refusal?.fields.reply}
        />
        <FormRefusal refusal={answer.refusal} />
        <Group justify="flex-end">
          <ReasonButton
            type="submit"
            loading={answer.running}
            reason={reply.trim() === "" ? "Write an answer first." : null}
          >
            Answer
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}
