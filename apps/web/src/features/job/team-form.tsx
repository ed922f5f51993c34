"use client";

import { Button, Group, MultiSelect, Select, Stack } from "@mantine/core";
import { TEAM_DUTIES, type TeamDuty } from "@rubric/domain/duties";
import type { JobView } from "@rubric/domain/job/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { colleaguesFor } from "./colleagues.ts";
import { dutyWords } from "./job-words.ts";
import classes from "./team-page.module.css";

type Duty = TeamDuty;
type Team = Record<Duty, string[]>;
type Colleagues = Parameters<typeof colleaguesFor>[1];

/** Names the team: recruiter and hiring manager at least, and who acts where a conflict lies. */
export function TeamForm({ job, colleagues }: { job: JobView; colleagues: Colleagues }) {
  const trpc = useTRPC();
  const command = useCommand(trpc.job.setTeam.mutationOptions());
  const stored = teamOf(job);
  const [team, setTeam] = useState(stored);
  const dirty = JSON.stringify(team) !== JSON.stringify(stored);
  const missing =
    team.recruiter.length === 0
      ? "Name a recruiter: someone keeps the process."
      : team.hiring_manager.length === 0
        ? "Name a hiring manager: someone decides."
        : null;

  async function save() {
    const seats = TEAM_DUTIES.flatMap((duty) => team[duty].map((memberId) => ({ memberId, duty })));
    await command.run({ jobId: job.id, team: seats });
    toastDone("The team is saved.");
  }

  const one = (duty: Duty) => (
    <Select
      label={dutyWords[duty].word}
      description={dutyWords[duty].does}
      searchable
      clearable
      data={withNamed(job, duty, colleaguesFor(duty, colleagues))}
      value={team[duty][0] ?? null}
      onChange={(id) => setTeam({ ...team, [duty]: id === null ? [] : [id] })}
    />
  );
  const many = (duty: Duty) => (
    <MultiSelect
      label={dutyWords[duty].word}
      description={dutyWords[duty].does}
      searchable
      hidePickedOptions
      data={withNamed(job, duty, colleaguesFor(duty, colleagues))}
      value={team[duty]}
      onChange={(ids) => setTeam({ ...team, [duty]: ids })}
    />
  );
  return (
    <section className={classes.panel} aria-label="Team">
      <Stack gap="md">
        {many("recruiter")}
        {one("hiring_manager")}
        {one("substitute")}
        {many("coordinator")}
        {many("interviewer")}
        <Refusal refusal={command.refusal} />
        <Group justify="flex-end" gap="xs">
          {dirty ? (
            <Button variant="default" onClick={() => setTeam(stored)}>
              Drop my changes
            </Button>
          ) : null}
          <ReasonButton
            variant="light"
            loading={command.running}
            reason={missing ?? (dirty ? null : "Nothing is changed.")}
            onClick={() => void save().catch(() => {})}
          >
            Save the team
          </ReasonButton>
        </Group>
      </Stack>
    </section>
  );
}

function teamOf(job: JobView): Team {
  const of = (duty: Duty) =>
    job.people.filter((one) => one.duty === duty).map((one) => one.memberId);
  return {
    recruiter: of("recruiter"),
    hiring_manager: of("hiring_manager"),
    substitute: of("substitute"),
    coordinator: of("coordinator"),
    interviewer: of("interviewer"),
  };
}

/** Who has the duty stays in the list, also where their roles have changed since. */
function withNamed(job: JobView, duty: Duty, list: { value: string; label: string }[]) {
  const known = new Set(list.map((one) => one.value));
  const named = job.people.filter((one) => one.duty === duty && !known.has(one.memberId));
  return [...list, ...named.map((one) => ({ value: one.memberId, label: one.name }))];
}
