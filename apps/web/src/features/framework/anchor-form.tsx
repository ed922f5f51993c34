"use client";

import { Button, Group, Select, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type FrameworkView, PROFICIENCIES } from "@rubric/domain/framework/schemas";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import type { Cell } from "./matrix.tsx";

type Anchor = FrameworkView["competencies"][number]["anchors"][number];

/** Changes one cell of a draft; examples are one a line. */
export function AnchorForm(props: {
  versionId: string;
  cell: Cell;
  anchor: Anchor | null;
  onDone: () => void;
}) {
  const { versionId, cell, anchor, onDone } = props;
  const trpc = useTRPC();
  const edit = useCommand(trpc.framework.editAnchor.mutationOptions());
  const form = useForm({
    initialValues: {
      summary: anchor?.summary ?? "",
      proficiency: anchor?.proficiency ?? PROFICIENCIES[2],
      examples: (anchor?.examples ?? []).join("\n"),
    },
  });
  const submit = form.onSubmit(({ summary, proficiency, examples }) =>
    edit
      .run({
        versionId,
        ...cell,
        summary,
        proficiency,
        examples: examples.split("\n").filter((line) => line.trim() !== ""),
      })
      .then(onDone, (error: unknown) => form.setErrors(fieldErrors(error))),
  );
  return (
    <Form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          label="What is seen at this level"
          autosize
          minRows={4}
          data-autofocus
          {...form.getInputProps("summary")}
        />
        <Select
          label="Proficiency"
          allowDeselect={false}
          data={[...PROFICIENCIES]}
          {...form.getInputProps("proficiency")}
        />
        <Textarea
          label="Examples, one a line"
          autosize
          minRows={2}
          {...form.getInputProps("examples")}
        />
        <FormRefusal refusal={edit.refusal} />
        <Group gap="xs">
          <Button type="submit" size="compact-sm" loading={edit.running}>
            Save
          </Button>
          <Button variant="default" size="compact-sm" onClick={onDone}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
