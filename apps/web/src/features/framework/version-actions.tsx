"use client";

import { Button } from "@mantine/core";
import type { FrameworkView } from "@rubric/domain/framework/schemas";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

/** What can be done with the version that is shown: start a draft, publish it, discard it. */
export function VersionActions({ org, framework }: { org: string; framework: FrameworkView }) {
  const trpc = useTRPC();
  const router = useRouter();
  const start = useCommand(trpc.framework.startDraft.mutationOptions(), { refresh: false });
  const publish = useCommand(trpc.framework.publish.mutationOptions());
  const discard = useCommand(trpc.framework.discardDraft.mutationOptions(), { refresh: false });
  const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
  const { may, version } = framework;
  const at = `/o/${org}/frameworks/${framework.id}`;
  const close = () => setAsking(null);
  return (
    <>
      {may.startDraft === null && version.state === "published" ? (
        <Button
          loading={start.running}
          onClick={() =>
            void start
              .run({ frameworkId: framework.id })
              .then((made) => router.push(`${at}?version=${made.version.id}`))
          }
        >
          Start a draft
        </Button>
      ) : null}
      {may.discardDraft === null ? (
        <Button variant="default" onClick={() => setAsking("discard")}>
          Discard draft
        </Button>
      ) : null}
      {may.publish === null ? <Button onClick={() => setAsking("publish")}>Publish</Button> : null}
      <ConfirmDialog
        opened={asking === "publish"}
        onClose={close}
        title={`Publish version ${version.number}?`}
        confirmLabel="Publish"
        onConfirm={async () => {
          await publish.run({ versionId: version.id });
          toastDone(`Version ${version.number} is published.`);
        }}
      >
        A published version never changes. Jobs keep the version they have until their plan is
        adopted anew.
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === "discard"}
        onClose={close}
        title="Discard this draft?"
        tone="destroy"
        confirmLabel="Discard"
        onConfirm={async () => {
          await discard.run({ versionId: version.id });
          router.push(`/o/${org}/frameworks`);
        }}
      >
        What was changed in it is gone. Published versions stay.
      </ConfirmDialog>
    </>
  );
}
