"use client";

import { Button, Group, MultiSelect, NumberInput, Select, Stack } from "@mantine/core";
import type { PlanPageView, PlanRequestInput } from "@rubric/domain/plan/schemas";
import Link from "next/link";
import { useState } from "react";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import panel from "../../ui/panel.module.css";
import { type Rating, ratings, ratingWords } from "../../ui/ratings.ts";
import { Refusal } from "../../ui/refusal.tsx";
import { technologyWords } from "../../ui/technology-words.ts";
import { LeftOut } from "./left-out.tsx";
import classes from "./plan.module.css";
import { PlanHead } from "./plan-head.tsx";
import { goalOf, goals } from "./plan-words.ts";
import { WeeksChart } from "./weeks-chart.tsx";
import { WeeksList } from "./weeks-list.tsx";
import { usePreview } from "./use-preview.ts";

const idOf = (key: string) => `preview-${key}`;
const marks = ratings.filter((rating) => rating !== "strong_yes");

/** Says what a plan is for, shows what comes out, and keeps that as a draft. */
export function MakePlan({ org, page }: { org: string; page: PlanPageView }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const make = useCommand(trpc.plan.make.mutationOptions());
  const [wish, setWish] = useState<PlanRequestInput>(() => firstWish(page));
  const { preview, refusal, running, show, forget } = usePreview((input) =>
    api.plan.preview.query(input),
  );
  if (page.levels.length === 0) {
    return (
      <EmptyState title="No ladder yet">
        A plan leads to a level of a framework. An admin publishes one under Frameworks.
      </EmptyState>
    );
  }
  const change = (part: Partial<PlanRequestInput>) => {
    setWish({ ...wish, ...part });
    forget();
  };
  return (
    <section className={panel.panel} aria-label="Make a plan">
      <Stack gap="md">
        <h2 className={panel.title}>Make a plan</h2>
        <div className={classes.fields}>
          <Select
            label="Goal"
            allowDeselect={false}
            data={goals}
            value={wish.goal}
            onChange={(goal) => change({ goal: goalOf(goal) })}
          />
          <Select
            label="Level aimed at"
            allowDeselect={false}
            data={page.levels.map(({ id, name }) => ({
              value: id,
              label: id === page.heldId ? `${name} (held)` : name,
            }))}
            value={wish.levelId}
            onChange={(levelId) => change({ levelId: levelId ?? wish.levelId })}
          />
          <MultiSelect
            label="Languages and technologies"
            searchable
            maxValues={10}
            data={page.technologies.map((one) => ({ value: one, label: technologyWords(one) }))}
            value={wish.technologies}
            onChange={(technologies) => change({ technologies })}
          />
          <NumberInput
            label="Hours a week"
            min={1}
            max={20}
            allowDecimal={false}
            value={wish.hoursAWeek}
            onChange={(hours) => change({ hoursAWeek: Number(hours) })}
          />
          <NumberInput
            label="Weeks, 4 to 26"
            min={4}
            max={26}
            allowDecimal={false}
            value={wish.weeks}
            onChange={(weeks) => change({ weeks: Number(weeks) })}
          />
          <DayField
            label="Starts on"
            value={wish.startOn}
            valueFormat="D MMM YYYY"
            onChange={(startOn) => change({ startOn: startOn ?? page.today })}
          />
        </div>
        {page.unshared ? (
          <p className={classes.note}>
            Your baseline is not open to your manager yet, so it does not count: share it, or mark
            by hand. <Link href={`/o/${org}/growth/${page.member.id}/baseline`}>Your baseline</Link>
          </p>
        ) : null}
        <MultiSelect
          label="Work on, where nobody rated"
          description="A plan is made from what reviews showed to be missing, and from the baseline once both of you read it: what the interviews showed. Mark by hand what they did not speak of; a rating counts before a mark."
          searchable
          data={page.competencies.map(({ key, name }) => ({ value: key, label: name }))}
          value={wish.marked.map(({ competency }) => competency)}
          onChange={(keys) =>
            change({
              marked: keys.map((competency) => ({
                competency,
                rating: wish.marked.find((one) => one.competency === competency)?.rating ?? "no",
              })),
            })
          }
        />
        <div className={classes.fields}>
          {wish.marked.map(({ competency, rating }) => (
            <Select
              key={competency}
              label={`${page.competencies.find(({ key }) => key === competency)?.name ?? competency}: is it there?`}
              allowDeselect={false}
              data={marks.map((value) => ({ value, label: ratingWords[value] }))}
              value={rating}
              onChange={(value) =>
                change({
                  marked: wish.marked.map((one) =>
                    one.competency === competency ? { ...one, rating: ratingOf(value) } : one,
                  ),
                })
              }
            />
          ))}
        </div>
        <Refusal refusal={make.refusal ?? refusal} />
        <Group gap="xs">
          <Button
            variant={preview === null ? "filled" : "default"}
            loading={running}
            onClick={() => void show(wish)}
          >
            Preview
          </Button>
          {preview === null ? null : (
            <Button loading={make.running} onClick={() => make.start(wish)}>
              Keep as a draft
            </Button>
          )}
        </Group>
        {preview === null ? null : (
          <div className={classes.stack} role="region" aria-label="Preview">
            <PlanHead plan={preview} />
            <WeeksChart
              items={preview.items}
              weeks={preview.weeks}
              startOn={preview.startOn}
              currentWeek={null}
              idOf={idOf}
            />
            <WeeksList
              items={preview.items}
              startOn={preview.startOn}
              currentWeek={null}
              idOf={idOf}
            />
            <LeftOut left={preview.left} />
          </div>
        )}
      </Stack>
    </section>
  );
}

function firstWish(page: PlanPageView): PlanRequestInput {
  return {
    memberId: page.member.id,
    levelId: page.nextId ?? page.levels[0]?.id ?? "",
    goal: "promotion",
    technologies: [],
    weeks: 12,
    hoursAWeek: 4,
    startOn: page.today,
    marked: [],
  };
}

function ratingOf(text: string | null): Rating {
  return ratings.find((rating) => rating === text) ?? "no";
}
