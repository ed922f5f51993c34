"use client";

import { Select } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { pagesOf } from "../../api/pages.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { LibraryTabs } from "../../ui/library-tabs.tsx";
import { TableLoading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import bar from "../../ui/list-bar.module.css";
import { ShowMore } from "../../ui/show-more.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { firstHealth } from "./filters.ts";
import { HealthTable } from "./health-table.tsx";
import { HEALTH_WORDS, ORDERS, SHOWS } from "./health-words.ts";
import { RestDialog } from "./rest-dialog.tsx";
import classes from "./health.module.css";

/** How the questions of the bank do: how often asked, what was rated, how far they set apart. */
export function HealthPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const [input, setInput] = useState(firstHealth);
  const [resting, setResting] = useState<string | null>(null);
  const list = useInfiniteQuery({
    ...pagesOf(trpc.insight.listQuestions.queryKey(input), (cursor) =>
      api.insight.listQuestions.query({ ...input, cursor }),
    ),
    placeholderData: keepPreviousData,
  });
  if (list.error !== null) return <ErrorView error={readApiError(list.error)} />;
  const bank = list.data?.pages[0];
  const questions = list.data?.pages.flatMap((page) => page.questions) ?? [];
  const suggested = bank?.suggested ?? { rotate: 0, retire: 0 };
  return (
    <>
      <PageHeader
        title="How questions do"
        lead={
          bank === undefined
            ? ""
            : `Of applications that were over before ${dateWords(bank.until)}. ${adviceWords(suggested)}`
        }
      >
        <LibraryTabs org={org} at="health" />
      </PageHeader>
      <div className={bar.bar}>
        <Select
          aria-label="Which questions"
          allowDeselect={false}
          value={input.show}
          data={[...SHOWS]}
          onChange={(show) => setInput({ ...input, show: show ?? "all" })}
        />
        <Select
          aria-label="Competency"
          placeholder="Any competency"
          clearable
          searchable
          value={input.competencyKey}
          data={(bank?.competencies ?? []).map((one) => ({ value: one.key, label: one.name }))}
          onChange={(competencyKey) => setInput({ ...input, competencyKey })}
        />
        <Select
          aria-label="Order"
          allowDeselect={false}
          value={input.order}
          data={[...ORDERS]}
          onChange={(order) => setInput({ ...input, order: order ?? "asked" })}
        />
        {bank === undefined ? null : (
          <span className={bar.total} role="status">
            {bank.total} {bank.total === 1 ? "question" : "questions"}
          </span>
        )}
      </div>
      {bank === undefined ? (
        <TableLoading />
      ) : questions.length === 0 ? (
        <EmptyState title="No question here">
          Choose other questions or another competency above.
        </EmptyState>
      ) : (
        <HealthTable questions={questions} competencies={bank.competencies} onRest={setResting} />
      )}
      <ShowMore of={list} />
      <Definitions />
      <RestDialog
        key={resting ?? ""}
        questionId={resting ?? ""}
        opened={resting !== null}
        onClose={() => setResting(null)}
      />
    </>
  );
}

function Definitions() {
  return (
    <details className={classes.definitions}>
      <summary>What the numbers mean</summary>
      <dl>
        <dt>Asked</dt>
        <dd>{HEALTH_WORDS.asked}</dd>
        <dt>Ratings</dt>
        <dd>{HEALTH_WORDS.ratings}</dd>
        <dt>Sets apart</dt>
        <dd>{HEALTH_WORDS.separation}</dd>
        <dt>What you can do</dt>
        <dd>{HEALTH_WORDS.suggestion}</dd>
      </dl>
    </details>
  );
}

function adviceWords({ rotate, retire }: { rotate: number; retire: number }): string {
  if (rotate + retire === 0) return "Nothing is suggested now.";
  return `Suggested: rotate ${rotate}, retire ${retire}.`;
}
