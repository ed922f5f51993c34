"use client";

import type { DebriefView } from "@rubric/domain/debrief/schemas";
import { Button, Text } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { toastRefused } from "../../ui/toast.ts";

/** What comes next for the talk itself: open it, close it, open it again, or have none. */
export function DebriefActions(props: { view: DebriefView; offerHref: string | null }) {
  const { view, offerHref } = props;
  const { form, may, state, stage, application } = view;
  const trpc = useTRPC();
  const open = useCommand(trpc.debrief.open.mutationOptions());
  const close = useCommand(trpc.debrief.close.mutationOptions());
  const skip = useCommand(trpc.debrief.skip.mutationOptions());
  const reopen = useCommand(trpc.debrief.reopen.mutationOptions());
  const [asked, setAsked] = useState<"close" | "skip" | "reopen" | null>(null);
  const at = { applicationId: application.id, stageId: stage.id };
  const done = () => setAsked(null);
  const toOffer =
    offerHref === null ? null : (
      <Button component={Link} href={offerHref}>
        Go to the offer
      </Button>
    );
  if (!form.leads || !stage.interviewed) return toOffer;
  return (
    <>
      {form.manages && may.skip === null ? (
        <Button variant="default" onClick={() => setAsked("skip")}>
          No debrief needed
        </Button>
      ) : null}
      {state === "waiting" || state === "ready" ? (
        <ReasonButton
          reason={may.open?.sentence ?? null}
          lift={may.open?.lift ?? null}
          loading={open.running}
          {...(stage.asksForDebrief ? {} : { variant: "default" })}
          onClick={() => void open.run(at).catch(toastRefused)}
        >
          Open the debrief
        </ReasonButton>
      ) : null}
      {state === "open" ? (
        <ReasonButton
          reason={may.close?.sentence ?? null}
          lift={may.close?.lift ?? null}
          onClick={() => setAsked("close")}
        >
          Close the debrief
        </ReasonButton>
      ) : null}
      {state === "closed" && form.manages && application.state !== "hired" ? (
        <ReasonButton
          variant="default"
          reason={may.reopen?.sentence ?? null}
          lift={may.reopen?.lift ?? null}
          onClick={() => setAsked("reopen")}
        >
          Open it again
        </ReasonButton>
      ) : null}
      {toOffer}
      <ConfirmDialog
        opened={asked === "close"}
        onClose={done}
        title="Close the debrief"
        confirmLabel="Close it"
        onConfirm={() => close.run(at)}
      >
        <Text size="md">
          Second ratings and notes freeze. It can be opened again as a new session, with a reason.
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === "skip"}
        onClose={done}
        title="No debrief after this stage"
        confirmLabel="Go without"
        reason={{ label: "Why none is needed", minLength: 3 }}
        onConfirm={(reason) => skip.run({ ...at, reason })}
      />
      <ConfirmDialog
        opened={asked === "reopen"}
        onClose={done}
        title="Open the debrief again"
        confirmLabel="Open a new session"
        reason={{ label: "What is new", minLength: 3 }}
        onConfirm={(reason) => reopen.run({ ...at, reason })}
      >
        <Text size="md">
          The earlier session stays as it is, with its notes and second ratings.
        </Text>
      </ConfirmDialog>
    </>
  );
}
