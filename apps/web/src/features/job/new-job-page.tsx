"use client";

import { Button, Group, NumberInput, Paper, Select, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { JobHead } from "@rubric/domain/job/schemas";
import { permissionRow } from "@rubric/domain/permissions";
import type { RequisitionView } from "@rubric/domain/requisition/schemas";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { fieldErrors } from "../../ui/field-error.ts";
import { Form } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { JobHeadFields } from "./job-head-fields.tsx";
import { colleaguesFor } from "./colleagues.ts";
import classes from "./form-page.module.css";

const Values = JobHead.extend({
  // As it is typed: what it may be is said when it is sent.
  title: z.string(),
  team: z.string(),
  locations: z.array(z.string()),
  frameworkId: z.string(),
  levelKey: z.string(),
  recruiterId: z.string().nullable(),
  managerId: z.string().nullable(),
  openings: z.union([z.number(), z.string()]),
});
type Values = z.infer<typeof Values>;

/** The first lines of a job; everything else follows as a checklist on its own page. */
export function NewJobPage(props: { org: string; requisitionId: string | null }) {
  const { org, requisitionId } = props;
  const trpc = useTRPC();
  const { data: requisition = null } = useQuery({
    ...trpc.requisition.show.queryOptions({ requisitionId: requisitionId ?? "" }),
    enabled: requisitionId !== null,
  });
  const { data: me } = useSuspenseQuery(trpc.identity.me.queryOptions({}));
  const { data: library } = useSuspenseQuery(trpc.framework.list.queryOptions({}));
  const own = me.memberships.find((one) => one.orgSlug === org);
  const frameworks = library.frameworks.filter((one) =>
    one.versions.some((version) => version.state === "published"),
  );
  const first = frameworks[0];
  const allowed: readonly string[] = permissionRow("job.create").to;
  const crumbs = [{ label: "Jobs", href: `/o/${org}/jobs` }];
  const may = own?.roles.some((role) => allowed.includes(role)) ?? false;
  return (
    <>
      <PageHeader
        title="New job"
        crumbs={crumbs}
        lead={
          requisition === null
            ? "A draft that only you and its team work on. Nothing is public before you publish a post."
            : `A draft of the requisition R-${requisition.number}: its seats are the openings.`
        }
      />
      {!may ? (
        <EmptyState title="Jobs are opened by recruiters and hiring managers">
          Ask one of them, or an admin for the role.
        </EmptyState>
      ) : first === undefined ? (
        <EmptyState
          title="A framework comes first"
          action={
            <Button component={Link} href={`/o/${org}/frameworks`}>
              Open frameworks
            </Button>
          }
        >
          A job stands on the levels and competencies of a published framework.
        </EmptyState>
      ) : (
        <NewJobForm
          org={org}
          frameworks={frameworks}
          first={first}
          me={own ?? null}
          requisition={requisition}
        />
      )}
    </>
  );
}

type Framework = { id: string; name: string; levels: { key: string; name: string }[] };

function NewJobForm(props: {
  org: string;
  frameworks: Framework[];
  first: Framework;
  me: { memberId: string; roles: string[] } | null;
  requisition: RequisitionView | null;
}) {
  const { org, frameworks, first, me, requisition } = props;
  const trpc = useTRPC();
  const router = useRouter();
  const { data: colleagues } = useSuspenseQuery(trpc.organization.pickMembers.queryOptions({}));
  const create = useCommand(trpc.job.create.mutationOptions());
  const self = (role: string) => (me?.roles.includes(role) ? me.memberId : null);
  const form = useForm<Values>({
    initialValues: {
      title: requisition?.title ?? "",
      team: "",
      frameworkId: requisition?.frameworkId ?? first.id,
      levelKey: requisition?.levelKey ?? levelOf(first),
      employmentType: "full_time",
      locations: requisition?.locations ?? [],
      confidential: false,
      recruiterDecides: false,
      recruiterId: self("recruiter"),
      managerId: self("hiring_manager"),
      openings: requisition?.seats ?? 1,
    },
  });
  const draft = useDraft(
    `new-job:${org}${requisition === null ? "" : `:${requisition.id}`}`,
    1,
    Values,
    ({ value }) => form.setValues(value),
  );
  const { keep } = draft;
  const { values: typed } = form;
  const dirty = form.isDirty();
  useEffect(() => {
    if (dirty) keep(typed);
  }, [dirty, keep, typed]);
  const framework = frameworks.find((one) => one.id === typed.frameworkId) ?? first;
  const submit = form.onSubmit(async (values) => {
    try {
      const { jobId, opens } = await create.run({
        ...values,
        openings: Number(values.openings),
        requisitionId: requisition?.id ?? null,
      });
      draft.clear();
      router.push(`/o/${org}/jobs${opens ? `/${jobId}/rubric` : ""}`);
    } catch (error) {
      form.setErrors(fieldErrors(error));
    }
  });
  return (
    <Form onSubmit={submit} className={classes.form}>
      <Paper withBorder p="lg">
        <Stack gap="md">
          {frameworks.length > 1 ? (
            <Select
              label="Framework"
              allowDeselect={false}
              data={frameworks.map((one) => ({ value: one.id, label: one.name }))}
              value={framework.id}
              onChange={(id) => {
                const chosen = frameworks.find((one) => one.id === id);
                if (chosen === undefined) return;
                form.setValues({ frameworkId: chosen.id, levelKey: levelOf(chosen) });
              }}
            />
          ) : null}
          <JobHeadFields form={form} levels={framework.levels} />
          <div className={classes.people}>
            <Select
              label="Recruiter"
              clearable
              searchable
              data={colleaguesFor("recruiter", colleagues.members)}
              {...form.getInputProps("recruiterId")}
            />
            <Select
              label="Hiring manager"
              clearable
              searchable
              data={colleaguesFor("hiring_manager", colleagues.members)}
              {...form.getInputProps("managerId")}
            />
            <NumberInput
              label="Openings"
              disabled={requisition !== null}
              min={1}
              max={50}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps("openings")}
            />
          </div>
          <FormRefusal refusal={create.refusal} />
          <Group justify="flex-end" gap="xs">
            <Button
              component={Link}
              href={`/o/${org}/jobs`}
              variant="default"
              onClick={draft.clear}
            >
              Cancel
            </Button>
            <Button type="submit" loading={create.running}>
              Create the draft
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Form>
  );
}

/** The level in the middle of a framework: a guess that is right more often than the first. */
function levelOf(framework: Framework): string {
  const { levels } = framework;
  return levels[Math.floor(levels.length / 2)]?.key ?? "";
}
