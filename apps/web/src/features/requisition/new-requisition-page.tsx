"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { RequisitionForm } from "./requisition-form.tsx";

/** Asks for the authority to hire. */
export function NewRequisitionPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: list } = useSuspenseQuery(trpc.requisition.list.queryOptions({ states: [] }));
  return (
    <>
      <PageHeader
        title="New requisition"
        crumbs={[{ label: "Requisitions", href: `/o/${org}/requisitions` }]}
        lead="So many seats of a level, in these places and within this band. It is approved group by group, never by yourself."
      />
      {list.may.ask === null ? (
        <RequisitionForm
          org={org}
          draft={null}
          approvers={list.approvers}
          onDone={(id) => router.push(`/o/${org}/requisitions${id === null ? "" : `/${id}`}`)}
        />
      ) : (
        <EmptyState title="Requisitions are asked for by recruiters and hiring managers">
          Ask one of them, or an admin for the role.
        </EmptyState>
      )}
    </>
  );
}
