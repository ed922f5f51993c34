"use client";

import {
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import type { GrowthPlanView, PlanPageView } from "@rubric/domain/plan/schemas";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { hoursWords, itemKindOf, itemKinds, itemKindWords } from "../../ui/item-kinds.ts";
import { Refusal } from "../../ui/refusal.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import classes from "./plan.module.css";

/** What is typed of an own item, kept in this browser until it is added. */
const Typed = z.object({
  kind: z.string(),
  competency: z.string(),
  title: z.string(),
  hours: z.coerce.number(),
  summary: z.string(),
  evidence: z.string(),
});

type Props = { page: PlanPageView; plan: GrowthPlanView };

/** Puts something in: from the library, or of one's own. */
export function AddItem(props: Props) {
  const [opened, setOpened] = useState<"library" | "own" | null>(null);
  const close = () => setOpened(null);
  return (
    <>
      <Button variant="default" onClick={() => setOpened("library")}>
        Add from the library
      </Button>
      <Button variant="default" onClick={() => setOpened("own")}>
        Add an own item
      </Button>
      <Modal opened={opened === "library"} onClose={close} title="Add from the library" size="lg">
        <FromLibrary {...props} />
      </Modal>
      <Modal opened={opened === "own"} onClose={close} title="Add an own item" size="md">
        <OwnItem {...props} onClose={close} />
      </Modal>
    </>
  );
}

function FromLibrary({ page, plan }: Props) {
  const trpc = useTRPC();
  const edit = useCommand(trpc.plan.edit.mutationOptions());
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [competency, setCompetency] = useState<string | null>(null);
  const found = useQuery({
    ...trpc.library.show.queryOptions({
      frameworkId: page.framework?.id ?? null,
      search: search === "" ? null : search,
      competency,
      level: null,
      kind: null,
      technology: null,
      cursor: null,
    }),
    placeholderData: keepPreviousData,
  });
  const here = new Set(plan.items.map(({ key }) => key));
  return (
    <Stack gap="sm">
      <SearchField label="Search the library" value={typed} onChange={setTyped} />
      <Select
        aria-label="Competency"
        placeholder="Any competency"
        clearable
        searchable
        value={competency}
        data={page.competencies.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={setCompetency}
      />
      <Refusal refusal={edit.refusal} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Takes</th>
            <th scope="col">Put in</th>
          </tr>
        </thead>
        <tbody>
          {(found.data?.items ?? []).map((item) => (
            <tr key={item.id}>
              <td>
                {item.title}
                <br />
                {itemKindWords[item.kind]} · {item.competency.name} · {item.level.name}
              </td>
              <td>{hoursWords(item.hours)}</td>
              <td>
                {here.has(item.id) ? (
                  "In the plan"
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Put in: ${item.title}`}
                    onClick={() =>
                      edit.start({
                        planId: plan.id,
                        revision: plan.revision,
                        edit: { do: "put_in", key: item.id },
                      })
                    }
                  >
                    Put in
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Stack>
  );
}

function OwnItem({ page, plan, onClose }: Props & { onClose: () => void }) {
  const edit = useCommand(useTRPC().plan.edit.mutationOptions());
  const form = useForm({
    initialValues: {
      kind: "practice",
      competency: plan.gaps[0]?.competency.key ?? page.competencies[0]?.key ?? "",
      title: "",
      hours: 4,
      summary: "",
      evidence: "",
    },
    onValuesChange: (typed) => draft.keep(typed),
    validate: { title: (title) => (title.trim() === "" ? "Please fill this in." : null) },
  });
  const draft = useDraft(`plan-own-item:${plan.id}`, 1, Typed, (found) =>
    form.setValues(found.value),
  );
  const submit = form.onSubmit(async (typed) => {
    const item = { ...typed, kind: itemKindOf(typed.kind) ?? "practice" };
    await edit
      .run({ planId: plan.id, revision: plan.revision, edit: { do: "add_own", item } })
      .then(
        () => {
          draft.clear();
          onClose();
        },
        () => null,
      );
  });
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput label="Title" required {...form.getInputProps("title")} />
        <div className={classes.fields}>
          <Select
            label="Kind"
            allowDeselect={false}
            data={itemKinds}
            {...form.getInputProps("kind")}
          />
          <NumberInput
            label="Hours"
            min={1}
            max={60}
            allowDecimal={false}
            {...form.getInputProps("hours")}
          />
        </div>
        <Select
          label="Competency"
          allowDeselect={false}
          searchable
          data={page.competencies.map(({ key, name }) => ({ value: key, label: name }))}
          {...form.getInputProps("competency")}
        />
        <Textarea label="What to do" autosize minRows={2} {...form.getInputProps("summary")} />
        <Textarea
          label="What would show it"
          autosize
          minRows={2}
          {...form.getInputProps("evidence")}
        />
        <Refusal refusal={edit.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={edit.running}>
            Add to the plan
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
