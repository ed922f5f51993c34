"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

/** Whom the reader manages. */
export function TeamPage({ org }: { org: string }) {
  const { data } = useSuspenseQuery(useTRPC().ladder.listTeam.queryOptions({}));
  return (
    <PageHeader
      title="My team"
      crumbs={[{ label: "Growth", href: `/o/${org}/growth` }]}
      lead={`${data.people.length} people`}
    />
  );
}
