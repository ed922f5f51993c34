"use client";

import { Box, Button } from "@mantine/core";
import type { MemberView } from "@rubric/domain/organization/schemas";
import { useState } from "react";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { MemberMenu } from "./member-menu.tsx";
import { roleWords } from "./role-words.ts";

const ROWS = 100;

/** The members, found by a part of their name or address, a hundred at a time. */
export function MembersTable({ members, ownId }: { members: MemberView[]; ownId: string }) {
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState(ROWS);
  const sought = query.trim().toLowerCase();
  const found = members.filter((one) =>
    `${one.name} ${one.email ?? ""}`.toLowerCase().includes(sought),
  );
  return (
    <>
      <SearchField label="Search members" value={query} onChange={setQuery} maw={360} mb="md" />
      <DataTable
        caption="Members"
        rows={found.slice(0, shown)}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title={`Nobody is called “${query}”`}>
            Search for another part of their name or address.
          </EmptyState>
        }
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
                    {[
                      one.kind === "service" ? "Service account" : one.title,
                      one.id === ownId ? "you" : "",
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                    <Box hiddenFrom="sm">{words(one)}</Box>
                  </>
                }
              />
            ),
          },
          {
            key: "email",
            head: "E-mail",
            width: "220px",
            cell: ({ email }) => (email === null ? "" : <Address of={email} />),
            desk: true,
          },
          { key: "roles", head: "Roles", cell: words, desk: true },
          {
            key: "manager",
            head: "Manager",
            cell: (one) => nameOf(members, one.managerId),
            desk: true,
          },
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
            cell: (one) => <MemberMenu member={one} members={members} isMe={one.id === ownId} />,
          },
        ]}
      />
      {found.length > shown ? (
        <Button mt="md" variant="default" onClick={() => setShown(shown + ROWS)}>
          Show more
        </Button>
      ) : null}
    </>
  );
}

/** An e-mail address that breaks after its @ where it does not fit on a line. */
function Address({ of }: { of: string }) {
  const at = of.indexOf("@") + 1;
  return (
    <>
      {of.slice(0, at)}
      <wbr />
      {of.slice(at)}
    </>
  );
}

const nameOf = (members: readonly MemberView[], id: string | null) =>
  members.find((one) => one.id === id)?.name ?? "";

const words = (one: MemberView) => one.roles.map((role) => roleWords[role].word).join(", ");
