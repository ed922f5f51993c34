"use client";

import { Box, Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { pagesOf } from "../../api/pages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { TableLoading } from "../../ui/loading.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { type Due, keyOf, mergeDue } from "./due.ts";
import classes from "./retention.module.css";

const ROWS = 40;

const WHY: Record<Due["why"], string> = {
  under_way: "goes on",
  hold: "legal hold",
  minimum: "end of the legal minimum, locked away until then",
  request: "asked for by the person",
  maximum: "legal maximum, or the end of a consent",
  policy: "your own policy",
  employed: "hired",
  nothing: "no rule",
};

/** What is erased next, by day, job and reason, without names; more people at a press. */
export function DueSection({ restricted }: { restricted: number }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const [shown, setShown] = useState(ROWS);
  const list = useInfiniteQuery(
    pagesOf(trpc.retention.listDue.queryKey({}), (cursor) =>
      api.retention.listDue.query({ cursor }),
    ),
  );
  const pages = list.data?.pages ?? [];
  const due = mergeDue(pages);
  const looked = pages.reduce((sum, page) => sum + page.looked, 0);
  const people = pages.at(-1)?.people ?? 0;
  return (
    <section className={classes.section} aria-labelledby="due-title">
      <h2 id="due-title">What is due next</h2>
      <p>
        {restricted === 0
          ? "Nobody is locked away now."
          : `${restricted} ${restricted === 1 ? "person is" : "people are"} locked away: the law wants them kept, and nobody reads them.`}{" "}
        {looked < people
          ? `Counted among the ${looked} people who came first, of ${people}.`
          : "Counted are applications that have ended."}
      </p>
      {list.error !== null ? (
        <ErrorView
          level={2}
          error={readApiError(list.error)}
          onRetry={() => void (list.data === undefined ? list.refetch() : list.fetchNextPage())}
        />
      ) : null}
      {list.isPending ? (
        <TableLoading rows={4} columns={4} />
      ) : list.data === undefined ? null : (
        <DataTable
          caption="What is erased next"
          rows={due.slice(0, shown)}
          rowKey={keyOf}
          empty={
            <EmptyState title="Nothing is due">
              {looked < people
                ? "Look through more people, or come back once applications have ended."
                : "Once applications have ended, you see here when they are erased, and by which rule."}
            </EmptyState>
          }
          columns={[
            { key: "on", head: "On", width: "120px", cell: (one) => dateWords(one.on) },
            {
              key: "job",
              head: "Job",
              cell: (one) => (
                <>
                  {one.job}
                  <Box hiddenFrom="sm" className={classes.why ?? ""}>
                    {whyOf(one)}
                  </Box>
                </>
              ),
            },
            { key: "why", head: "Why", desk: true, cell: whyOf },
            {
              key: "count",
              head: "Applications",
              align: "end",
              width: "110px",
              cell: (one) => one.applications,
            },
          ]}
        />
      )}
      <div className={classes.buttons}>
        {due.length > shown ? (
          <Button variant="default" onClick={() => setShown(shown + ROWS)}>
            Show {Math.min(ROWS, due.length - shown)} more of {due.length}
          </Button>
        ) : null}
        {list.hasNextPage ? (
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Look through more people
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function whyOf(one: Due): string {
  return one.conflict ? `${WHY[one.why]} (minimum and maximum conflict)` : WHY[one.why];
}
