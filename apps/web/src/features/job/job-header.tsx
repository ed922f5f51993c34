"use client";

import { Button, Menu, Modal } from "@mantine/core";
import type { JobView } from "@rubric/domain/job/schemas";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { JobTabs, type JobTab } from "../../ui/job-tabs.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { placesShort } from "../../ui/places.ts";
import { StateBadge, ToneBadge } from "../../ui/state-badge.tsx";
import { Checklist } from "./checklist.tsx";
import { JobDetailsForm } from "./job-details-form.tsx";
import { employmentWords } from "./job-words.ts";
import { type JobChange, JobStateActions } from "./job-state-actions.tsx";

/** The head of a job's pages: what it is, its state, what is next, and its tabs. */
export function JobHeader(props: { org: string; job: JobView; at: JobTab }) {
  const { org, job, at } = props;
  const [change, setChange] = useState<JobChange | null>(null);
  const [editing, setEditing] = useState(false);
  const filled = job.openings.filter((one) => one.state === "filled").length;
  const seats = job.openings.filter((one) => one.state !== "closed").length;
  const lead = [
    job.level,
    job.team,
    placesShort(job.locations),
    employmentWords[job.employmentType],
    `${filled} of ${seats} filled`,
  ].join(" · ");
  return (
    <>
      <PageHeader
        wide
        title={job.title}
        crumbs={[{ label: "Jobs", href: `/o/${org}/jobs` }]}
        state={
          <>
            <StateBadge kind="job" state={job.state} />
            {job.confidential ? <ToneBadge tone="waiting">Confidential</ToneBadge> : null}
          </>
        }
        lead={
          job.stateReason === null || job.state === "open" ? lead : `${lead}. ${job.stateReason}`
        }
        secondary={<More job={job} onEdit={() => setEditing(true)} onChange={setChange} />}
        action={<JobStateActions job={job} change={change} onChange={setChange} />}
      >
        <JobTabs org={org} jobId={job.id} at={at} pipeline={job.sees.pipeline} />
      </PageHeader>
      {needsChecklist(job) ? <Checklist org={org} job={job} /> : null}
      <Modal opened={editing} onClose={() => setEditing(false)} title="What the job is" size="lg">
        <JobDetailsForm job={job} onClose={() => setEditing(false)} />
      </Modal>
    </>
  );
}

/** A seat that is taken later keeps nobody from seeing an open job. */
function needsChecklist(job: JobView): boolean {
  if (job.state === "closed") return false;
  return (
    job.state === "draft" || job.checklist.some((item) => !item.done && item.key !== "opening")
  );
}

function More(props: { job: JobView; onEdit: () => void; onChange: (change: JobChange) => void }) {
  const { job, onEdit, onChange } = props;
  const { update, hold, close } = job.may;
  const endings = job.state === "open" || job.state === "on_hold";
  const ends = endings && close?.law !== 15;
  if (update !== null && hold !== null && !ends) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          px="xs"
          aria-label="More about this job"
          leftSection={<IconDots size={16} stroke={1.7} aria-hidden="true" />}
        >
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {update === null ? <Menu.Item onClick={onEdit}>Edit what the job is</Menu.Item> : null}
        {hold === null ? (
          <Menu.Item onClick={() => onChange("hold")}>Put on hold…</Menu.Item>
        ) : null}
        {ends ? (
          <Menu.Item
            disabled={close !== null}
            onClick={() => onChange("close")}
            rightSection={null}
          >
            Close the job…
            {close === null ? null : <small style={{ display: "block" }}>{close.sentence}</small>}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
