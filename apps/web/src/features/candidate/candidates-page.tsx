"use client";

import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { SearchView } from "@rubric/domain/candidate/schemas";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useQueryState } from "nuqs";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { pagesOf } from "../../api/pages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { TableLoading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { parseAsSearch } from "../../ui/search-words.ts";
import { ShowMore } from "../../ui/show-more.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import classes from "./candidates-page.module.css";
import { PutForward } from "./put-forward.tsx";

type Person = SearchView["candidates"][number];
type Application = Person["applications"][number];

/**
 * Everyone who applied to a job one may see, found by the words of name and headline, and by address
 * for who sees that. What is looked for stands in the page's own address.
 */
export function CandidatesPage({ org, contact }: { org: string; contact: boolean }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const [typed, setTyped] = useQueryState("q", parseAsSearch.withDefault(""));
  const [query] = useDebouncedValue(typed.trim(), 200);
  const list = useInfiniteQuery({
    ...pagesOf(trpc.candidate.search.queryKey({ query }), (cursor) =>
      api.candidate.search.query({ query, cursor }),
    ),
    placeholderData: keepPreviousData,
  });
  if (list.error !== null) return <ErrorView error={readApiError(list.error)} />;
  const people = list.data?.pages.flatMap((page) => page.candidates);
  const first = list.data?.pages[0];
  const partial = list.data?.pages.at(-1)?.partial === true;
  return (
    <>
      <PageHeader
        title="Candidates"
        lead={
          contact
            ? "Found by words of their name or headline, in any order, or by the beginning of their e-mail address."
            : "Found by words of their name or headline, in any order."
        }
        {...(first === undefined ? {} : { secondary: <PutForward org={org} {...first} /> })}
      />
      <SearchField
        label="Search candidates"
        placeholder={contact ? "Name, headline or e-mail" : "Name or headline"}
        value={typed}
        onChange={(text) => void setTyped(text)}
        className={classes.search}
      />
      {people === undefined ? (
        <TableLoading />
      ) : (
        <DataTable
          caption="Candidates"
          rows={people}
          rowKey={(person) => person.candidateId}
          rowHref={(person) => hrefOf(org, person.applications[0])}
          empty={
            query === "" ? (
              <EmptyState title="No candidates yet">
                They appear here when they apply, or when someone adds or refers them on a job.
              </EmptyState>
            ) : (
              <EmptyState title={`Nobody is found by “${query}”`}>
                {contact
                  ? "Only those who applied to a job that you may see are looked for."
                  : "Only those who applied to a job that you may see are looked for, and nobody by their e-mail address."}
              </EmptyState>
            )
          }
          columns={[
            {
              key: "name",
              head: "Name",
              width: "34%",
              cell: (person) => (
                <span className={classes.person}>
                  <PersonAvatar name={person.name} withName detail={person.headline} />
                </span>
              ),
            },
            ...(contact
              ? [{ key: "email", head: "E-mail", desk: true, cell: (one: Person) => one.email }]
              : []),
            {
              key: "applications",
              head: "Applications",
              cell: (person) => <Applications org={org} of={person.applications} />,
            },
            {
              key: "since",
              head: "In stage since",
              desk: true,
              align: "end",
              cell: (person) =>
                person.applications[0] === undefined ? null : (
                  <RelativeTime at={person.applications[0].enteredStageAt} />
                ),
            },
          ]}
        />
      )}
      {partial ? (
        <Text size="sm" c="dimmed" mt="md">
          So many people have these words that not all of them were looked at. Add a rarer word to
          find those who are missing.
        </Text>
      ) : null}
      <ShowMore of={list} {...(partial ? { end: "All who were looked at are shown." } : {})} />
    </>
  );
}

function hrefOf(org: string, application: Application | undefined): string | null {
  return application === undefined ? null : `/o/${org}/applications/${application.applicationId}`;
}

function Applications({ org, of }: { org: string; of: Application[] }) {
  return (
    <ul className={classes.applications}>
      {of.map((application) => (
        <li key={application.applicationId}>
          <Link href={`/o/${org}/applications/${application.applicationId}`} prefetch={false}>
            {application.job}
          </Link>{" "}
          <span className={classes.stage}>{application.stage}</span>{" "}
          <StateBadge kind="application" state={application.state} />
        </li>
      ))}
    </ul>
  );
}
