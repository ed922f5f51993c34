"use client";

import { Button, Group, TextInput } from "@mantine/core";
import type { ProgressView } from "@rubric/domain/progress/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ExactTime } from "../../ui/exact-time.tsx";
import { Form } from "../../ui/form.tsx";
import panel from "../../ui/panel.module.css";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { SOURCE_NAMES } from "../../ui/metric-words.ts";
import classes from "./progress.module.css";

type Source = ProgressView["sources"][number];

/** Where figures are fetched, how it went last, and what the person is called there. */
export function LoginsPart({ of }: { of: ProgressView }) {
  const { sources, member, mine, metrics } = of;
  if (sources.length === 0) return null;
  return (
    <div>
      <h3 className={panel.title}>Fetched once a week</h3>
      <ul className={panel.list}>
        {sources.map((source) => (
          <li key={source.id} className={panel.item}>
            <strong>
              {SOURCE_NAMES[source.kind]}, {source.project}
            </strong>
            <p className={classes.small}>
              {metrics.find(({ key }) => key === source.metric)?.name} ·{" "}
              {source.fetchedAt === null ? (
                "never fetched"
              ) : (
                <>
                  fetched <ExactTime at={source.fetchedAt} />
                </>
              )}
              {source.state === "paused" ? " · paused by an admin" : ""}
            </p>
            {source.problem === null ? null : (
              <p className={classes.off}>The last attempt failed. {source.problem}</p>
            )}
            {mine === "self" ? (
              <LoginForm memberId={member.id} source={source} />
            ) : (
              <p className={classes.small}>
                {source.login === null
                  ? `${member.name} has not said what they are called there.`
                  : `As ${source.login}.`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function LoginForm({ memberId, source }: { memberId: string; source: Source }) {
  const [login, setLogin] = useState(source.login ?? "");
  const save = useCommand(useTRPC().metric.setLogin.mutationOptions());

  async function send(event: SyntheticEvent) {
    event.preventDefault();
    try {
      await save.run({ memberId, sourceId: source.id, login: login.trim() });
      toastDone(login.trim() === "" ? "Your name is taken back." : "Your name is kept.");
    } catch {
      // The refusal stands in the form.
    }
  }

  return (
    <Form onSubmit={(event) => void send(event)}>
      <Group align="end" gap="xs">
        <TextInput
          label={`Your name at ${SOURCE_NAMES[source.kind]}`}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          autoComplete="off"
          style={{ flex: "1 1 12rem" }}
        />
        <Button type="submit" variant="default" loading={save.running}>
          Save
        </Button>
      </Group>
      <Refusal refusal={save.refusal} />
    </Form>
  );
}
