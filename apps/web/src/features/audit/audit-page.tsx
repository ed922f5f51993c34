"use client";

import { Button, Group } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditTable } from "./audit-table.tsx";
import { type Filters, hrefOf, inputOf, noFilters } from "./filters.ts";
import { VerificationBar } from "./verification-bar.tsx";

/** The organization's audit trail, and whether it is whole. */
export function AuditPage({ org, filters }: { org: string; filters: Filters }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.audit.list.queryOptions(inputOf(filters)));
  const filtered = Object.values(filters).some((value) => value !== null);
  return (
    <>
      <PageHeader
        title="Audit"
        lead="Who did what, when, with before and after. Entries are never changed; what was erased at a person's request says so."
      />
      <VerificationBar />
      <AuditFilters org={org} filters={filters} members={data.members} />
      {data.entries.length === 0 ? (
        <EmptyState
          title={filtered ? "No entry fits" : "No entry yet"}
          action={
            filtered ? (
              <Button component={Link} href={hrefOf(org, noFilters)} variant="default">
                Show everything
              </Button>
            ) : undefined
          }
        >
          {filtered
            ? "Nothing in the trail matches these filters."
            : "Each command of anyone in this organization leaves one entry here."}
        </EmptyState>
      ) : (
        <AuditTable org={org} entries={data.entries} filters={filters} />
      )}
      <Group mt="md" gap="xs">
        {filters.before === null ? null : (
          <Button
            component={Link}
            href={hrefOf(org, { ...filters, before: null })}
            variant="default"
          >
            Newest entries
          </Button>
        )}
        {data.next === null ? null : (
          <Button
            component={Link}
            href={hrefOf(org, { ...filters, before: data.next })}
            variant="default"
          >
            Older entries
          </Button>
        )}
      </Group>
    </>
  );
}
