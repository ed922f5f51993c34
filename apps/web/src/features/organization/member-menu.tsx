"use client";

import { ActionIcon, Menu } from "@mantine/core";
import {
  IconDots,
  IconHierarchy2,
  IconMailForward,
  IconMapPin,
  IconUserCheck,
  IconUserOff,
  IconUserCog,
} from "@tabler/icons-react";
import type { MemberView } from "@rubric/domain/organization/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { EstablishmentDialog } from "./establishment-dialog.tsx";
import { ManagerDialog } from "./manager-dialog.tsx";
import { RolesDialog } from "./roles-dialog.tsx";

type Open = "roles" | "manager" | "place" | "disable" | null;

const icon = { size: 16, stroke: 1.6 } as const;

/** What an admin may do with a member. */
export function MemberMenu({
  member,
  members,
  isMe,
}: {
  member: MemberView;
  members: readonly MemberView[];
  isMe: boolean;
}) {
  const trpc = useTRPC();
  const [open, setOpen] = useState<Open>(null);
  const resend = useCommand(trpc.organization.resendInvitation.mutationOptions());
  const enable = useCommand(trpc.organization.enableMember.mutationOptions());
  const disable = useCommand(trpc.organization.disableMember.mutationOptions());
  const memberId = member.id;
  const close = () => setOpen(null);

  async function run(work: () => Promise<unknown>, done: string) {
    try {
      await work();
      toastDone(done);
    } catch (error) {
      toastRefused(error);
    }
  }

  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`What to do with ${member.name}`}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {member.state === "disabled" ? (
            <Menu.Item
              leftSection={<IconUserCheck {...icon} />}
              onClick={() =>
                void run(() => enable.run({ memberId }), `${member.name} has access again.`)
              }
            >
              Enable
            </Menu.Item>
          ) : (
            <>
              <Menu.Item leftSection={<IconUserCog {...icon} />} onClick={() => setOpen("roles")}>
                Change roles
              </Menu.Item>
              {member.kind === "person" ? (
                <>
                  <Menu.Item
                    leftSection={<IconHierarchy2 {...icon} />}
                    onClick={() => setOpen("manager")}
                  >
                    Set the manager
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconMapPin {...icon} />}
                    onClick={() => setOpen("place")}
                  >
                    Where they work
                  </Menu.Item>
                </>
              ) : null}
              {member.state === "invited" ? (
                <Menu.Item
                  leftSection={<IconMailForward {...icon} />}
                  onClick={() =>
                    void run(
                      () => resend.run({ memberId }),
                      `A new invitation is on its way to ${member.email ?? member.name}.`,
                    )
                  }
                >
                  Send the invitation again
                </Menu.Item>
              ) : null}
              <Menu.Divider />
              <Menu.Item leftSection={<IconUserOff {...icon} />} onClick={() => setOpen("disable")}>
                {member.state === "invited" ? "Take the invitation back" : "Disable"}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <ManagerDialog
        key={member.managerId}
        member={member}
        members={members}
        opened={open === "manager"}
        onClose={close}
      />
      <RolesDialog member={member} isMe={isMe} opened={open === "roles"} onClose={close} />
      <EstablishmentDialog
        key={member.establishment ?? ""}
        member={member}
        opened={open === "place"}
        onClose={close}
      />
      <ConfirmDialog
        opened={open === "disable"}
        onClose={close}
        title={
          member.state === "invited"
            ? `Take back the invitation of ${member.name}?`
            : `Disable ${member.name}?`
        }
        confirmLabel={member.state === "invited" ? "Take it back" : "Disable"}
        onConfirm={async () => {
          await disable.run({ memberId });
          toastDone(`${member.name} has no access any more.`);
        }}
      >
        <p style={{ margin: 0 }}>
          {member.state === "invited"
            ? "The link that was sent stops working at once."
            : isMe
              ? "You are signed out everywhere at once. What you wrote stays; scorecards that you owe of interviews that were held are excused. Another admin can enable you again."
              : member.kind === "service"
                ? "Its access tokens end at once and stay ended, also when it is enabled again."
                : "They are signed out everywhere at once. What they wrote stays; scorecards that they owe of interviews that were held are excused. They can be enabled again."}
        </p>
      </ConfirmDialog>
    </>
  );
}
