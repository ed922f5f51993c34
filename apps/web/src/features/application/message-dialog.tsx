"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { Blockquote, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { useNow } from "../../ui/use-now.ts";
import { DialogForm } from "./dialog-form.tsx";
import { openQuestion } from "./waits-for-word.ts";

const DAY = 86_400_000;
const Message = z.object({ text: z.string() });

/** Writes to the candidate, and says when they hear again once the promised word is due (law 11). */
export function MessageDialog(props: {
  view: ApplicationView;
  opened: boolean;
  onClose: () => void;
}) {
  const { view, opened, onClose } = props;
  const trpc = useTRPC();
  const write = useCommand(trpc.application.message.mutationOptions());
  const cache = useQueryClient();
  const now = useNow();
  const asked = openQuestion(view);
  const [text, setText] = useState("");
  const [day, setDay] = useState<string | null>(null);
  const draft = useDraft(`message:${view.id}`, 1, Message, (found) => setText(found.value.text));
  const missing =
    text.trim() === ""
      ? "Write something."
      : view.wordDue && day === null
        ? "Choose the day by which they hear again."
        : null;
  return (
    <DialogForm
      opened={opened}
      onClose={onClose}
      title={`Write to ${view.candidate.name}`}
      confirmLabel="Send"
      keepLabel="Not now"
      missing={missing}
      running={write.running}
      refusal={write.refusal}
      onSubmit={async () => {
        const nextWordAt = day === null ? null : new Date(`${day}T17:00:00`).toISOString();
        const question = asked?.id ?? null;
        try {
          await write.run({ applicationId: view.id, text, nextWordAt, question });
        } catch (error) {
          if (readApiError(error).code === "QUESTION_UNREAD") await cache.invalidateQueries();
          throw error;
        }
        setText("");
        setDay(null);
        draft.clear();
        toastDone(`${view.candidate.name} gets it by e-mail now.`);
      }}
    >
      {asked === null ? null : (
        <Blockquote py="xs" px="md" cite={`– ${view.candidate.name} asked`}>
          <Text size="sm" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
            {asked.text}
          </Text>
        </Blockquote>
      )}
      <Textarea
        label="Message"
        description="It goes out by e-mail, which greets them and says who wrote, and stands on their page."
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          draft.keep({ text: event.currentTarget.value });
        }}
        data-autofocus
        autosize
        minRows={5}
        maxRows={14}
        error={write.refusal?.fields.text}
        required
      />
      <DayField
        label="They hear from us again by"
        description={<Promised view={view} />}
        value={day}
        onChange={setDay}
        minDate={new Date(now + DAY).toISOString().slice(0, 10)}
        valueFormat="ddd D MMM YYYY"
        required={view.wordDue}
        clearable={!view.wordDue}
      />
    </DialogForm>
  );
}

function Promised({ view: { nextWordAt, wordDue } }: { view: ApplicationView }) {
  if (nextWordAt === null) return "They are told this date; it becomes a deadline of yours.";
  return (
    <>
      They were promised a word by <ExactTime at={nextWordAt} />
      {wordDue
        ? ". This message is it: when does the next one come?"
        : ". Leave it empty to keep that."}
    </>
  );
}
