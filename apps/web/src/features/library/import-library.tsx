"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import type { LibraryChangesView } from "@rubric/domain/library/schemas";
import { useState } from "react";
import { useApiClient, useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useYamlImport } from "../../ui/yaml-import.tsx";

type Read = { yaml: string; changes: LibraryChangesView };

/** Chooses a file, shows what it changes, and imports it when that is what was meant. */
export function ImportLibrary({ frameworkId }: { frameworkId: string }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const command = useCommand(trpc.library.import.mutationOptions());
  const [read, setRead] = useState<Read | null>(null);
  const file = useYamlImport("Import", async (yaml) => {
    setRead({ yaml, changes: await api.library.preview.query({ frameworkId, yaml }) });
  });

  async function confirm({ yaml, changes }: Read) {
    await command.run({ frameworkId, yaml, upon: changes.upon });
    setRead(null);
    toastDone("The library is imported. Plans are made from it from now on.");
  }

  return (
    <>
      {file.button}
      {file.refusal}
      <Modal
        opened={read !== null}
        onClose={() => setRead(null)}
        title="What this file changes"
        size="lg"
      >
        {read === null ? null : (
          <Stack gap="md">
            <Changes changes={read.changes} />
            <Refusal refusal={command.refusal} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => setRead(null)}>
                Keep as it is
              </Button>
              <ReasonButton
                loading={command.running}
                reason={isSame(read.changes) ? "This file changes nothing." : null}
                onClick={() => void confirm(read).catch(() => null)}
              >
                Import
              </ReasonButton>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}

function isSame({ added, removed, changed }: LibraryChangesView): boolean {
  return added.length + removed.length + changed.length === 0;
}

function Changes({ changes }: { changes: LibraryChangesView }) {
  const { added, removed, changed, same } = changes;
  return (
    <>
      <p style={{ margin: 0 }}>
        {added.length} new, {changed.length} changed, {removed.length} taken away, {same} as they
        were.
      </p>
      <Lines title="New" lines={added.map(({ title }) => title)} />
      <Lines
        title="Changed"
        lines={changed.map(({ title, fields }) => `${title}: ${fields.join(", ")}`)}
      />
      <Lines title="Taken away" lines={removed.map(({ title }) => title)} />
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details open={lines.length <= 12}>
      <summary>
        {title} ({lines.length})
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
