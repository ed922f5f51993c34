"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AddServiceDialog } from "./add-service-dialog.tsx";
import { HiredSection } from "./hired-section.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MembersTable } from "./members-table.tsx";

/** Who belongs to the organization, with which roles. */
export function MembersPage({ org, ownId }: { org: string; ownId: string }) {
  const trpc = useTRPC();
  const { members } = useSuspenseQuery(trpc.organization.listMembers.queryOptions({})).data;
  const [inviting, setInviting] = useState(false);
  const [adding, setAdding] = useState(false);
  const people = members.filter((one) => one.kind === "person");
  const active = people.filter((one) => one.state === "active").length;
  const invited = people.filter((one) => one.state === "invited").length;
  const services = members.filter((one) => one.kind === "service" && one.state === "active").length;
  return (
    <>
      <PageHeader
        title="Members"
        crumbs={[{ label: "Settings", href: `/o/${org}/settings` }]}
        lead={`${active} active${invited === 0 ? "" : `, ${invited} invited`}${servicesWords(services)}.`}
        secondary={
          <Button variant="default" onClick={() => setAdding(true)}>
            Add a service account
          </Button>
        }
        action={<Button onClick={() => setInviting(true)}>Invite someone</Button>}
      />
      <HiredSection />
      <MembersTable members={members} ownId={ownId} />
      <AddServiceDialog org={org} opened={adding} onClose={() => setAdding(false)} />
      <InviteDialog opened={inviting} onClose={() => setInviting(false)} />
    </>
  );
}

function servicesWords(n: number): string {
  if (n === 0) return "";
  return n === 1 ? ", 1 service account" : `, ${n} service accounts`;
}
