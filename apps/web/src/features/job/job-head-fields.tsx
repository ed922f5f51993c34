"use client";

import { Checkbox, Group, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { EMPLOYMENT_TYPES, type JobHead } from "@rubric/domain/job/schemas";
import { useMemo } from "react";
import type { z } from "zod";
import { allPlaces } from "../../ui/places.ts";
import { employmentWords } from "./job-words.ts";

export type HeadValues = z.infer<typeof JobHead>;

/** What a job is called, where and how it is done, and who may see it. */
export function JobHeadFields<Values extends HeadValues>(props: {
  form: UseFormReturnType<Values>;
  levels: readonly { key: string; name: string }[];
}) {
  const { form, levels } = props;
  const places = useMemo(() => allPlaces(), []);
  return (
    <Stack gap="md">
      <Group grow align="start">
        <TextInput label="Title" required data-autofocus {...form.getInputProps("title")} />
        <TextInput label="Team" required {...form.getInputProps("team")} />
      </Group>
      <Group grow align="start">
        <Select
          label="Level"
          description="What is expected is proposed at this level."
          allowDeselect={false}
          data={levels.map((level) => ({ value: level.key, label: level.name }))}
          {...form.getInputProps("levelKey")}
        />
        <Select
          label="Employment"
          description="As the post will say."
          allowDeselect={false}
          data={EMPLOYMENT_TYPES.map((type) => ({ value: type, label: employmentWords[type] }))}
          {...form.getInputProps("employmentType")}
        />
      </Group>
      <MultiSelect
        label="Places"
        description="Country or region: they settle which pay and privacy rules hold."
        required
        searchable
        hidePickedOptions
        limit={40}
        data={places}
        {...form.getInputProps("locations")}
      />
      <Checkbox
        label="Confidential"
        description="Only its team sees that this job exists."
        {...form.getInputProps("confidential", { type: "checkbox" })}
      />
      <Checkbox
        label="The recruiter may decide"
        description="Beside the hiring manager, and by the same rules."
        {...form.getInputProps("recruiterDecides", { type: "checkbox" })}
      />
    </Stack>
  );
}
