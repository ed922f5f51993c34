"use client";

import { Button, Group, Radio, Stack } from "@mantine/core";
import type { OwnIdentificationView } from "@rubric/domain/fairness/schemas";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./fairness.module.css";

const DECLINED = "declined";
type Application = OwnIdentificationView["applications"][number];

/** The question how one identifies oneself, apart from any application; nothing where it is not asked. */
export function OwnIdentification() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.fairness.showOwn.queryOptions({}));
  const open = data?.applications.filter((one) => one.asked.length > 0 || one.answers.length > 0);
  if (data === undefined || open === undefined || open.length === 0) return null;
  return (
    <section className={classes.own} aria-labelledby="identify-title">
      <h2 id="identify-title">If you like: how do you identify yourself?</h2>
      <p>
        This helps us to see whether we treat everyone alike. It is not part of your application.
        Nobody who works on it can read what you say, and nothing you say or leave out changes how
        it goes. It is counted once a year, together with others, and no number below {data.least}{" "}
        people is ever shown. You can change it or take it back at any time.
      </p>
      {open.map((one) => (
        <Identify key={one.applicationId} of={one} alone={open.length === 1} />
      ))}
    </section>
  );
}

function Identify({ of, alone }: { of: Application; alone: boolean }) {
  const trpc = useTRPC();
  const identify = useCommand(trpc.fairness.identify.mutationOptions());
  const kept = Object.fromEntries(of.answers.map((one) => [one.attribute, one.answer]));
  const [said, setSaid] = useState<Record<string, string>>(kept);
  const { applicationId } = of;

  async function save(values: Record<string, string>, done: string) {
    const answers = of.asked.flatMap(({ attribute }) => {
      const answer = values[attribute];
      return answer === undefined ? [] : [{ attribute, answer }];
    });
    await identify.run({ applicationId, answers, blind: crypto.randomUUID() });
    setSaid(values);
    toastDone(done);
  }

  const changed = of.asked.some(({ attribute }) => said[attribute] !== kept[attribute]);
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) void save(said, "Thank you. It is kept apart.").catch(() => {});
      }}
    >
      <Stack gap="lg">
        {alone ? null : <h3 className={classes.job}>{of.job}</h3>}
        {of.asked.map(({ attribute, title, groups }) => (
          <Radio.Group
            key={attribute}
            label={title}
            value={said[attribute] ?? null}
            onChange={(answer) => setSaid((before) => ({ ...before, [attribute]: answer }))}
          >
            <div className={classes.choices}>
              {[...groups, { key: DECLINED, title: "I would rather not say" }].map((group) => (
                <Radio key={group.key} value={group.key} label={group.title} />
              ))}
            </div>
          </Radio.Group>
        ))}
        <Refusal refusal={identify.refusal} />
        <Group gap="xs">
          {of.asked.length === 0 || !changed ? null : (
            <Button type="submit" loading={identify.running}>
              Keep it apart
            </Button>
          )}
          {of.answers.length === 0 ? null : (
            <Button
              variant="default"
              loading={identify.running}
              onClick={() => void save({}, "What you said is deleted.").catch(() => {})}
            >
              Take back what I said
            </Button>
          )}
        </Group>
      </Stack>
    </Form>
  );
}
