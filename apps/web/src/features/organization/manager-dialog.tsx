"use client";

import { Select, Text } from "@mantine/core";
import type { MemberView } from "@rubric/domain/organization/schemas";
import { whyNotManager } from "@rubric/domain/organization/rules";
import { explain } from "@rubric/domain/errors";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

const NOBODY = "";

/** Says who manages a member, and so who shares their growth with them. */
export function ManagerDialog(props: {
  member: MemberView;
  members: readonly MemberView[];
  opened: boolean;
  onClose: () => void;
}) {
  const { member, members, opened, onClose } = props;
  const trpc = useTRPC();
  const set = useCommand(trpc.organization.setManager.mutationOptions());
  const [managerId, setManagerId] = useState(member.managerId ?? NOBODY);
  const denial = managerId === NOBODY ? null : whyNotManager(members, member.id, managerId);
  const chosen = members.find(({ id }) => id === managerId);
  const why = denial === null ? null : explain(denial);
  const people = members.filter(
    ({ id, kind, state }) => kind === "person" && state !== "disabled" && id !== member.id,
  );
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Who manages ${member.name}`}
      confirmLabel="Set the manager"
      lacks={
        why !== null
          ? `${why.sentence} ${why.lift ?? ""}`.trim()
          : managerId === (member.managerId ?? NOBODY)
            ? "This is so now."
            : null
      }
      onConfirm={async () => {
        await set.run({ memberId: member.id, managerId: managerId === NOBODY ? null : managerId });
        toastDone(
          chosen === undefined
            ? `Nobody manages ${member.name} now.`
            : `${chosen.name} manages ${member.name} now.`,
        );
      }}
    >
      <Select
        label="Manager"
        data={[
          { value: NOBODY, label: "Nobody" },
          ...people.map(({ id, name, title }) => ({
            value: id,
            label: title === "" ? name : `${name}, ${title}`,
          })),
        ]}
        value={managerId}
        onChange={(value) => setManagerId(value ?? NOBODY)}
        error={why === null ? null : `${why.sentence} ${why.lift ?? ""}`}
        searchable
        allowDeselect={false}
      />
      <Text size="sm">
        From then on the manager reads and reviews the growth of {member.name}, and whoever managed
        them before does no longer. Nobody else sees it, admins included.
      </Text>
    </ConfirmDialog>
  );
}
