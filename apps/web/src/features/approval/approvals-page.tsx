"use client";

import type { FlowView } from "@rubric/domain/approval/schemas";
import { Button, Group, MultiSelect, NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { restoreFocus } from "../../ui/keep-focus.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./approval.module.css";
import { type GroupDraft, StandIns } from "./stand-ins.tsx";

type Version = FlowView["versions"][number];

/** Who approves the organization's offers, one group after the other; each change is a version. */
export function ApprovalsPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data: view } = useSuspenseQuery(trpc.approval.showFlow.queryOptions({}));
  const [editing, setEditing] = useState(false);
  const [now, ...earlier] = view.versions;
  const edit = (
    <ReasonButton
      reason={view.may.save?.sentence ?? null}
      lift={view.may.save?.lift ?? null}
      onClick={() => setEditing(true)}
    >
      {now === undefined ? "Write a flow" : "Change the flow"}
    </ReasonButton>
  );
  return (
    <>
      <PageHeader
        title="Approvals"
        crumbs={view.may.save === null ? [{ label: "Settings", href: `/o/${org}/settings` }] : []}
        lead="Who approves an offer before it is sent. Its author never does, nor whom a law keeps away; an offer keeps the flow that it was asked by."
        {...(now === undefined || editing ? {} : { action: edit })}
      />
      {editing ? (
        <FlowForm now={now} onDone={() => setEditing(false)} />
      ) : now === undefined ? (
        <EmptyState title="No approval flow yet" action={edit}>
          Until there is one, each offer is approved by the one person whom it names.
        </EmptyState>
      ) : (
        <div className={classes.page}>
          <section className={panel.panel} aria-label="In force">
            <VersionShown version={now} />
          </section>
          {earlier.length === 0 ? null : (
            <details className={classes.earlier}>
              <summary>Earlier versions: {earlier.length}</summary>
              {earlier.map((one) => (
                <section key={one.number} className={panel.panel}>
                  <VersionShown version={one} />
                </section>
              ))}
            </details>
          )}
        </div>
      )}
    </>
  );
}

function VersionShown({ version }: { version: Version }) {
  return (
    <>
      {version.groups.length === 0 ? (
        <p className={panel.words}>No group: the approver whom an offer names.</p>
      ) : (
        <ol className={classes.groups}>
          {version.groups.map((group) => (
            <li key={group.name}>
              <p className={classes.name}>
                {group.name}{" "}
                <span className={panel.quiet}>
                  {group.approvals} of {group.members.length}
                </span>
              </p>
              <ul className={classes.members}>
                {group.members.map(({ member, standIn }) => (
                  <li key={member.id}>
                    {member.name}
                    {member.active ? "" : " (disabled)"}
                    {standIn === null ? "" : `, else ${standIn.name}`}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      <p className={panel.quiet}>
        Version {version.number}, {version.author}, <ExactTime at={version.createdAt} />:{" "}
        {version.reason}
      </p>
    </>
  );
}

function FlowForm({ now, onDone }: { now: Version | undefined; onDone: () => void }) {
  const trpc = useTRPC();
  const { data: picked } = useQuery(trpc.organization.pickMembers.queryOptions({}));
  const save = useCommand(trpc.approval.saveFlow.mutationOptions());
  const [groups, setGroups] = useState<GroupDraft[]>(() => draftOf(now));
  const [reason, setReason] = useState("");
  const first = useRef<HTMLInputElement>(null);
  // The button that opened the form is gone, and with it the keyboard's place.
  useEffect(() => first.current?.focus(), []);
  const people = (picked?.members ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const missing =
    groups.find((one) => one.name.trim() === "" || one.members.length === 0) !== undefined
      ? "Give each group a name and members."
      : groups.some((one) => one.approvals > one.members.length)
        ? "A group needs at least as many members as approvals."
        : reason.trim().length < 3
          ? "Say why."
          : null;
  const set = (index: number, changed: Partial<GroupDraft>) =>
    setGroups(groups.map((one, at) => (at === index ? { ...one, ...changed } : one)));

  function close() {
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
    <form method="post" onSubmit={onSubmit}>
      <Stack gap="lg" maw={760}>
        {groups.map((group, index) => (
          <fieldset key={index} className={classes.group}>
            <legend>Group {index + 1}</legend>
            <Group align="flex-end" wrap="nowrap">
              <TextInput
                label="Name"
                placeholder="Finance"
                value={group.name}
                maxLength={80}
                flex={1}
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
          onClick={() => setGroups([...groups, { name: "", approvals: 1, members: [] }])}
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
        />
        <Refusal refusal={save.refusal} />
        <Group gap="xs">
          <ReasonButton type="submit" reason={missing} loading={save.running}>
            Save as version {(now?.number ?? 0) + 1}
          </ReasonButton>
          <Button variant="default" onClick={close}>
            Keep as it is
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function draftOf(now: Version | undefined): GroupDraft[] {
  if (now === undefined) return [{ name: "", approvals: 1, members: [] }];
  return now.groups.map(({ name, approvals, members }) => ({
    name,
    approvals,
    members: members.map(({ member, standIn }) => ({
      memberId: member.id,
      standInId: standIn?.id ?? null,
    })),
  }));
}
