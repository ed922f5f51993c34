"use client";

import { Button, Group, Modal, NativeSelect, PasswordInput, Stack, TextInput } from "@mantine/core";
import type { SourceView } from "@rubric/domain/metric/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { FormRefusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";

type Kind = SourceView["kind"];

/** What each kind of source is called, and what it asks for. */
export const KINDS = {
  github: {
    name: "GitHub",
    base: "https://api.github.com",
    project: "owner/repository",
    secret: "A token that may read pull requests.",
  },
  gitlab: {
    name: "GitLab",
    base: "https://gitlab.com/api/v4",
    project: "group/project",
    secret: "A token with the scope read_api.",
  },
  github_issues: {
    name: "GitHub Issues",
    base: "https://api.github.com",
    project: "owner/repository",
    secret: "A token that may read issues.",
  },
  jira: {
    name: "Jira",
    base: "https://example.atlassian.net",
    project: "WEB",
    secret: "An e-mail address, a colon and an API token of its account.",
  },
} as const satisfies Record<Kind, { name: string; base: string; project: string; secret: string }>;

const KEYS = ["github", "gitlab", "github_issues", "jira"] as const;

/** Sets a code host or tracker up. */
export function SourceDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add a source" size="lg">
      <NewSource onClose={onClose} />
    </Modal>
  );
}

function NewSource({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<Kind>("github");
  const [baseUrl, setBaseUrl] = useState<string>(KINDS.github.base);
  const [project, setProject] = useState("");
  const [secret, setSecret] = useState("");
  const add = useCommand(useTRPC().metric.addSource.mutationOptions());
  const fields = add.refusal === null ? {} : add.refusal.fields;

  async function save(event: SyntheticEvent) {
    event.preventDefault();
    try {
      await add.run({ kind, baseUrl, project, secret });
      toastDone(
        "The source is set up. Members say on their progress page what they are called there.",
      );
      onClose();
    } catch {
      // The refusal stands in the dialog.
    }
  }

  return (
    <Form onSubmit={(event) => void save(event)}>
      <Stack gap="md">
        <NativeSelect
          label="Kind"
          value={kind}
          onChange={({ currentTarget: { value } }) => {
            const chosen = KEYS.find((key) => key === value) ?? "github";
            setKind(chosen);
            setBaseUrl(KINDS[chosen].base);
          }}
          data={KEYS.map((key) => ({ value: key, label: KINDS[key].name }))}
        />
        <TextInput
          label="Where its API begins"
          required
          value={baseUrl}
          onChange={(event) => setBaseUrl(event.currentTarget.value)}
          inputMode="url"
          autoComplete="new-password"
          error={fields.baseUrl}
        />
        <TextInput
          label="Project"
          required
          placeholder={KINDS[kind].project}
          value={project}
          onChange={(event) => setProject(event.currentTarget.value)}
          autoComplete="new-password"
          error={fields.project}
        />
        <PasswordInput
          label="Token"
          description={KINDS[kind].secret}
          required
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          autoComplete="new-password"
          error={fields.secret}
        />
        <FormRefusal refusal={add.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" loading={add.running}>
            Add the source
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Gives a source another token. */
export function SecretDialog({
  source,
  onClose,
}: {
  source: SourceView | null;
  onClose: () => void;
}) {
  return (
    <Modal opened={source !== null} onClose={onClose} title="Give another token" size="md">
      {source === null ? null : <NewSecret source={source} onClose={onClose} />}
    </Modal>
  );
}

function NewSecret({ source, onClose }: { source: SourceView; onClose: () => void }) {
  const [secret, setSecret] = useState("");
  const change = useCommand(useTRPC().metric.setSourceSecret.mutationOptions());

  async function save(event: SyntheticEvent) {
    event.preventDefault();
    try {
      await change.run({ sourceId: source.id, secret });
      toastDone("The token is changed; the source is asked anew soon.");
      onClose();
    } catch {
      // The refusal stands in the dialog.
    }
  }

  return (
    <Form onSubmit={(event) => void save(event)}>
      <Stack gap="md">
        <PasswordInput
          label="Token"
          description={KINDS[source.kind].secret}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          autoComplete="new-password"
          error={change.refusal?.fields.secret}
          data-autofocus
        />
        <FormRefusal refusal={change.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Keep the old one
          </Button>
          <Button type="submit" loading={change.running}>
            Save
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
