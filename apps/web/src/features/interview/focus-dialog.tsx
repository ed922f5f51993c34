"use client";

import { Button, Chip, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { whyNotFocus } from "@rubric/domain/interview/rules";
import { explain } from "@rubric/domain/errors";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";

interface FocusDialogProps {
  interview: { id: string; name: string; focus: string } | null;
  /** Names to choose from, if the caller has them. */
  criteria?: readonly { id: string; name: string }[];
  onClose: () => void;
}

/** Hands criteria and questions on to a later interview, without a word about answers so far. */
export function FocusDialog(props: FocusDialogProps) {
  return (
    <Modal opened={props.interview !== null} onClose={props.onClose} title="Focus to hand on">
      {props.interview === null ? null : <Fields {...props} interview={props.interview} />}
    </Modal>
  );
}

function Fields({
  interview,
  criteria = [],
  onClose,
}: FocusDialogProps & { interview: NonNullable<FocusDialogProps["interview"]> }) {
  const trpc = useTRPC();
  const set = useCommand(trpc.interview.setFocus.mutationOptions());
  const [focus, setFocus] = useState(interview.focus);
  const denial = whyNotFocus(focus);
  const why = denial === null ? null : explain(denial);
  async function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (why !== null) return;
    try {
      await set.run({ interviewId: interview.id, focus });
      onClose();
    } catch {
      return;
    }
  }
  return (
    <Form onSubmit={(event) => void onSubmit(event)}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Whoever holds {interview.name} reads this. Name what to ask and to look at; what somebody
          thought of the answers so far stays sealed.
        </Text>
        {criteria.length === 0 ? null : (
          <Group gap={6}>
            {criteria.map((one) => (
              <Chip
                key={one.id}
                size="xs"
                checked={focus.includes(one.name)}
                onChange={(on) =>
                  setFocus(
                    on
                      ? `${focus}${focus === "" ? "" : "\n"}${one.name}: `
                      : without(focus, one.name),
                  )
                }
              >
                {one.name}
              </Chip>
            ))}
          </Group>
        )}
        <Textarea
          label="Focus"
          autosize
          minRows={4}
          value={focus}
          onChange={(event) => setFocus(event.currentTarget.value)}
          error={why?.sentence ?? set.refusal?.fields.focus}
          data-autofocus
        />
        <FormRefusal refusal={set.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton
            type="submit"
            loading={set.running}
            reason={why?.sentence ?? null}
            lift={why?.lift ?? null}
          >
            Hand on
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}

/** The focus without the lines about one criterion. */
function without(focus: string, name: string): string {
  return focus
    .split("\n")
    .filter((line) => !line.startsWith(name))
    .join("\n");
}
