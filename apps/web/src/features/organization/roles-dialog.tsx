"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import type { MemberView } from "@rubric/domain/organization/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { type Role, RoleChoices } from "./role-choices.tsx";

interface RolesDialogProps {
  member: MemberView;
  isMe: boolean;
  opened: boolean;
  onClose: () => void;
}

function Content({ member, isMe, onClose }: RolesDialogProps) {
  const trpc = useTRPC();
  const set = useCommand(trpc.organization.setRoles.mutationOptions());
  const [roles, setRoles] = useState<Role[]>(member.roles);
  const same =
    roles.length === member.roles.length && roles.every((role) => member.roles.includes(role));
  const reason =
    roles.length === 0 ? "Give at least one role." : same ? "These are the roles now." : null;

  async function save() {
    try {
      await set.run({ memberId: member.id, roles });
      toastDone(`${member.name} has other roles now.`);
      onClose();
    } catch {
      // The refusal stands in the dialog.
    }
  }

  return (
    <Stack gap="md">
      <RoleChoices value={roles} onChange={setRoles} />
      <p style={{ margin: 0, color: "var(--rb-text-2)" }}>
        {isMe
          ? "You will be signed out and sign in again with the new roles."
          : member.kind === "service"
            ? "Its access tokens go on, with the new roles from the next call on."
            : member.state === "active"
              ? `${member.name} will be signed out and sign in again with the new roles.`
              : "The invitation stays as it is."}
      </p>
      <Refusal refusal={set.refusal} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Keep as it is
        </Button>
        <ReasonButton reason={reason} loading={set.running} onClick={() => void save()}>
          Change roles
        </ReasonButton>
      </Group>
    </Stack>
  );
}

/** Gives a member another set of roles. */
export function RolesDialog(props: RolesDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={`Roles of ${props.member.name}`}
      size="lg"
    >
      <Content {...props} />
    </Modal>
  );
}
