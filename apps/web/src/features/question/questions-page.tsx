"use client";

import { Button, Select, Switch } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { QuestionView } from "@rubric/domain/question/schemas";
import { QUESTION_KINDS } from "@rubric/domain/question/schemas";
import { IconDownload } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { pagesOf } from "../../api/pages.ts";
import { useCommand } from "../../api/use-command.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { readApiError } from "../../api/errors.ts";
import { LibraryTabs } from "../../ui/library-tabs.tsx";
import classes from "../../ui/list-bar.module.css";
import { TableLoading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { ShowMore } from "../../ui/show-more.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { saveTextFile, useYamlImport } from "../../ui/yaml-import.tsx";
import { firstQuestions } from "./filters.ts";
import { QuestionCard } from "./question-card.tsx";
import { QuestionForm } from "./question-form.tsx";

type Kind = (typeof QUESTION_KINDS)[number];
const isKind = (text: string | null): text is Kind => QUESTION_KINDS.some((kind) => kind === text);

/** The question bank: what may be asked, by competency and kind, with what to listen for. */
export function QuestionsPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const [filters, setFilters] = useState(firstQuestions);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [editing, setEditing] = useState<QuestionView | "new" | null>(null);
  const input = { ...filters, search: search === "" ? null : search };
  const list = useInfiniteQuery({
    ...pagesOf(trpc.question.list.queryKey(input), (cursor) =>
      api.question.list.query({ ...input, cursor }),
    ),
    placeholderData: keepPreviousData,
  });
  const command = useCommand(trpc.question.import.mutationOptions());
  const file = useYamlImport("Import", async (yaml) => {
    const done = await command.run({ yaml });
    toastDone(`${done.created} new, ${done.updated} changed, ${done.unchanged} as they were.`);
  });

  async function save() {
    const made = await api.question.export.query({});
    saveTextFile(made.fileName, made.yaml);
  }

  if (list.error !== null) return <ErrorView error={readApiError(list.error)} />;
  const bank = list.data?.pages[0];
  const questions = list.data?.pages.flatMap((page) => page.questions) ?? [];
  return (
    <>
      <PageHeader
        title="Question bank"
        lead="Each question says what it assesses and what to listen for. A withdrawn one is no longer asked anywhere."
        secondary={
          <>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
              onClick={() => void save().catch(toastRefused)}
            >
              Export
            </Button>
            {bank?.may.import === null ? file.button : null}
          </>
        }
        action={
          bank?.may.create === null ? (
            <Button onClick={() => setEditing("new")}>New question</Button>
          ) : undefined
        }
      >
        <LibraryTabs org={org} at="questions" />
      </PageHeader>
      {file.refusal}
      <div className={classes.bar}>
        <SearchField
          label="Search questions"
          value={typed}
          onChange={setTyped}
          className={classes.search}
        />
        <Select
          aria-label="Competency"
          placeholder="Any competency"
          clearable
          searchable
          value={filters.competencyKey}
          data={(bank?.competencies ?? []).map((one) => ({
            value: one.key,
            label: `${one.name} (${one.questions})`,
          }))}
          onChange={(competencyKey) => setFilters({ ...filters, competencyKey })}
        />
        <Select
          aria-label="Kind"
          placeholder="Any kind"
          clearable
          value={filters.kind}
          data={[...QUESTION_KINDS]}
          onChange={(kind) => setFilters({ ...filters, kind: isKind(kind) ? kind : null })}
        />
        <Switch
          label="Withdrawn"
          checked={filters.withdrawn}
          onChange={(event) => setFilters({ ...filters, withdrawn: event.currentTarget.checked })}
        />
        {bank === undefined ? null : (
          <span className={classes.total} role="status">
            {bank.total} {bank.total === 1 ? "question" : "questions"}
          </span>
        )}
      </div>
      {bank === undefined ? (
        <TableLoading />
      ) : questions.length === 0 ? (
        <EmptyState title="No question matches">
          Search for other words, or take a filter away.
        </EmptyState>
      ) : (
        <div className={classes.list}>
          {questions.map((question) => (
            <QuestionCard
              key={question.id}
              question={question}
              competency={bank.competencies.find((one) => one.key === question.competencyKey)?.name}
              onEdit={() => setEditing(question)}
            />
          ))}
        </div>
      )}
      <ShowMore of={list} />
      <QuestionForm
        question={editing}
        competencies={bank?.competencies ?? []}
        onClose={() => setEditing(null)}
      />
    </>
  );
}
