"use client";

import { Button, Checkbox, Collapse, Group } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import type { PlanContent } from "@rubric/domain/job/plan/schemas";
import type { JobView } from "@rubric/domain/job/schemas";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { PersonAvatar } from "../../ui/person-avatar.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import classes from "./intake.module.css";
import { Proposal } from "./proposal.tsx";

/** The intake: recruiter and hiring manager tick what the role does, and a rubric is proposed. */
export function Intake(props: {
  job: JobView;
  plan: PlanContent | null;
  onAccept: (plan: PlanContent) => void;
}) {
  const { job, plan, onAccept } = props;
  const trpc = useTRPC();
  const tick = useCommand(trpc.job.tickTasks.mutationOptions());
  const [open, setOpen] = useState(plan === null);
  const { tasks, experience } = job.intake;
  const [mine, setMine] = useState(() => tasks.filter((task) => task.mine).map((task) => task.key));
  const send = useDebouncedCallback(
    (keys: string[]) => tick.start({ jobId: job.id, tasks: keys, experience }),
    400,
  );
  const areas = [...new Set(tasks.map((task) => task.area))];
  const ticked = tasks.filter((task) => task.by.length > 0).length;
  return (
    <section className={classes.frame} aria-label="What the role does">
      <div className={classes.head}>
        <div>
          <h2 className={classes.title}>What the role does</h2>
          <p className={classes.lead}>
            Recruiter and hiring manager tick the tasks; what both tick is settled, what one ticks
            is worth a talk. {ticked > 0 ? `${ticked} ticked so far.` : ""}
          </p>
        </div>
        <Button
          size="xs"
          variant="default"
          aria-expanded={open}
          rightSection={
            <IconChevronDown
              size={14}
              stroke={1.7}
              aria-hidden="true"
              style={open ? { transform: "rotate(180deg)" } : {}}
            />
          }
          onClick={() => setOpen(!open)}
        >
          {open ? "Close" : "Open the intake"}
        </Button>
      </div>
      <Collapse expanded={open}>
        <div className={classes.split}>
          <Checkbox.Group
            value={mine}
            onChange={(keys) => {
              setMine(keys);
              send(keys);
            }}
          >
            {areas.map((area) => (
              <fieldset key={area} className={classes.area}>
                <legend>{area}</legend>
                {tasks
                  .filter((task) => task.area === area)
                  .map((task) => (
                    <div key={task.key} className={classes.task}>
                      <Checkbox value={task.key} label={task.text} size="sm" />
                      <Group gap={4} wrap="nowrap">
                        {task.by.map((one) => (
                          <PersonAvatar key={one.id} name={one.name} size={20} />
                        ))}
                      </Group>
                    </div>
                  ))}
              </fieldset>
            ))}
            <Refusal refusal={tick.refusal} />
          </Checkbox.Group>
          <Proposal
            job={job}
            waiting={tick.running}
            replaces={plan !== null && plan.criteria.length > 0}
            onAccept={(next) => {
              onAccept(next);
              setOpen(false);
            }}
            onExperience={(next) => tick.start({ jobId: job.id, tasks: mine, experience: next })}
          />
        </div>
      </Collapse>
    </section>
  );
}
