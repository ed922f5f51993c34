import { Button, Group, MultiSelect, NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import type { SaveFlowInput } from "@rubric/domain/approval/schemas";
import { useQuery } from "@tanstack/react-query";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import type { Command } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { restoreFocus } from "../../ui/keep-focus.ts";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./approval.module.css";
import { draftOf, EMPTY_GROUP, type GroupDraft, lacksInFlow } from "./flow-draft.ts";
import type { FlowVersion } from "./flow-version.tsx";
import { StandIns } from "./stand-ins.tsx";

interface Props {
  /** The version that is changed. */
  now: FlowVersion | undefined;
  save: Pick<Command<SaveFlowInput, unknown>, "run" | "running" | "refusal" | "reset">;
  /** What is said where no group is left. */
  withoutGroups: string;
  onDone: () => void;
}

/** Writes the next version of a flow: its groups in their order, and why. */
export function FlowForm({ now, save, withoutGroups, onDone }: Props) {
  const trpc = useTRPC();
  const { data: picked } = useQuery(trpc.organization.pickMembers.queryOptions({}));
  const [groups, setGroups] = useState<GroupDraft[]>(() => draftOf(now));
  const [reason, setReason] = useState("");
  const first = useRef<HTMLInputElement>(null);
  // The button that opened the form is gone, and with it the keyboard's place.
  useEffect(() => first.current?.focus(), []);
  const people = (picked?.members ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const missing = lacksInFlow(groups, reason);
  const set = (index: number, changed: Partial<GroupDraft>) =>
    setGroups(groups.map((one, at) => (at === index ? { ...one, ...changed } : one)));

  function close() {
    save.reset();
    onDone();
    restoreFocus();
  }

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (missing !== null) return;
    void save
      .run({ groups, reason, previous: now?.number ?? 0 })
      .then(() => {
        toastDone("The approval flow is changed.");
        close();
      })
      .catch(() => undefined);
  }

  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="lg" maw={760}>
        {groups.length === 0 ? <p className={panel.quiet}>{withoutGroups}</p> : null}
        {groups.map((group, index) => (
          <fieldset key={index} className={classes.group}>
            <legend>Group {index + 1}</legend>
            <Group align="flex-end">
              <TextInput
                label="Name"
                placeholder="Finance"
                value={group.name}
                error={save.refusal?.fields[`groups.${index}.name`]}
                flex="1 1 180px"
                ref={index === 0 ? first : null}
                onChange={(event) => set(index, { name: event.currentTarget.value })}
              />
              <NumberInput
                label="Approvals"
                value={group.approvals}
                min={1}
                max={20}
                w={110}
                onChange={(value) => set(index, { approvals: Number(value) || 1 })}
              />
              <Button
                variant="subtle"
                aria-label={`Remove group ${index + 1}`}
                onClick={() => setGroups(groups.toSpliced(index, 1))}
              >
                Remove
              </Button>
            </Group>
            <MultiSelect
              label="Members"
              mt="sm"
              data={people}
              value={group.members.map((one) => one.memberId)}
              searchable
              onChange={(ids) =>
                set(index, {
                  members: ids.map(
                    (memberId) =>
                      group.members.find((one) => one.memberId === memberId) ?? {
                        memberId,
                        standInId: null,
                      },
                  ),
                })
              }
            />
            <StandIns
              group={group}
              people={people}
              onChange={(members) => set(index, { members })}
            />
          </fieldset>
        ))}
        <Button
          variant="default"
          w="fit-content"
          onClick={() => setGroups([...groups, EMPTY_GROUP])}
        >
          Add a group
        </Button>
        <Textarea
          label="Why"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          required
          error={save.refusal?.fields.reason}
        />
        <FormRefusal refusal={save.refusal} />
        <Group gap="xs">
          <ReasonButton type="submit" reason={missing} loading={save.running}>
            Save as version {(now?.number ?? 0) + 1}
          </ReasonButton>
          <Button variant="default" onClick={close}>
            Keep as it is
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
