"use client";

import { Box, Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { type Member, MemberMenu } from "./member-menu.tsx";
import { roleWords } from "./role-words.ts";
import { SettingsTabs } from "./settings-tabs.tsx";

/** Who belongs to the organization, with which roles. */
export function MembersPage({ org, ownId }: { org: string; ownId: string }) {
  const trpc = useTRPC();
  const { members } = useSuspenseQuery(trpc.organization.listMembers.queryOptions({})).data;
  const [inviting, setInviting] = useState(false);
  const active = members.filter((one) => one.state === "active").length;
  const invited = members.filter((one) => one.state === "invited").length;
  const words = (one: Member) => one.roles.map((role) => roleWords[role].word).join(", ");
  return (
    <>
      <PageHeader
        title="Members"
        crumbs={[{ label: "Settings", href: `/o/${org}/settings` }]}
        lead={`${active} active${invited === 0 ? "" : `, ${invited} invited`}.`}
        action={<Button onClick={() => setInviting(true)}>Invite someone</Button>}
      >
        <SettingsTabs org={org} active="members" />
      </PageHeader>
      <DataTable
        caption="Members"
        rows={members}
        rowKey={(one) => one.id}
        columns={[
          {
            key: "name",
            head: "Name",
            cell: (one) => (
              <PersonAvatar
                name={one.name}
                size={28}
                withName
                detail={
                  <>
                    {[one.title, one.id === ownId ? "you" : ""].filter(Boolean).join(" · ")}
                    <Box hiddenFrom="sm">{words(one)}</Box>
                  </>
                }
              />
            ),
          },
          { key: "email", head: "E-mail", cell: (one) => one.email, desk: true },
          { key: "roles", head: "Roles", cell: words, desk: true },
          {
            key: "state",
            head: "State",
            cell: (one) => <StateBadge kind="member" state={one.state} />,
          },
          {
            key: "menu",
            head: "",
            align: "end",
            width: "52px",
            cell: (one) => <MemberMenu member={one} isMe={one.id === ownId} />,
          },
        ]}
      />
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
    </>
  );
}
