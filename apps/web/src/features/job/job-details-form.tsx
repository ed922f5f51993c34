"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { JobView } from "@rubric/domain/job/schemas";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { type HeadValues, JobHeadFields } from "./job-head-fields.tsx";

/** Changes what a job is called, where and how it is done, and who may see it. */
export function JobDetailsForm({ job, onClose }: { job: JobView; onClose: () => void }) {
  const trpc = useTRPC();
  const update = useCommand(trpc.job.update.mutationOptions());
  const form = useForm<HeadValues>({
    initialValues: {
      title: job.title,
      team: job.team,
      levelKey: job.levelKey,
      employmentType: job.employmentType,
      locations: job.locations,
      confidential: job.confidential,
      recruiterDecides: job.recruiterDecides,
    },
  });
  const submit = form.onSubmit(async (values) => {
    try {
      await update.run({ jobId: job.id, ...values });
      onClose();
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  });
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <JobHeadFields form={form} levels={job.framework.levels} />
        <FormRefusal refusal={update.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={update.running}>
            Save
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
