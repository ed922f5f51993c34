"use client";

import { whyNotGround } from "@rubric/domain/debrief/rules";
import type { DecisionKind } from "@rubric/domain/debrief/schemas";
import { explain } from "@rubric/domain/errors";
import type { BoardView, CardView } from "@rubric/domain/application/schemas";
import { Button, Chip, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import Link from "next/link";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./board.module.css";

const noCriteria: string[] = [];

export type Deciding = { card: CardView; kind: DecisionKind; to: string };

/** The small form of a decision on merit: what it rests on, the level, why (law 5). */
export function DecideDialog(props: {
  board: BoardView;
  deciding: Deciding | null;
  debriefHref: (applicationId: string) => string;
  onClose: () => void;
}) {
  const { board, deciding, debriefHref, onClose } = props;
  return (
    <Modal
      opened={deciding !== null}
      onClose={onClose}
      title={deciding === null ? "" : titleOf(deciding)}
      size="lg"
    >
      {deciding === null ? null : (
        <Form
          key={deciding.card.applicationId}
          board={board}
          deciding={deciding}
          href={debriefHref(deciding.card.applicationId)}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

function titleOf({ card, kind, to }: Deciding): string {
  if (kind === "reject") return `Reject ${card.name}`;
  return kind === "offer" ? `Make ${card.name} an offer` : `${card.name} goes on to ${to}`;
}

function Form(props: { board: BoardView; deciding: Deciding; href: string; onClose: () => void }) {
  const { board, deciding, href, onClose } = props;
  const { card, kind } = deciding;
  const trpc = useTRPC();
  const decide = useCommand(trpc.debrief.decide.mutationOptions());
  const plan = board.plans.find((one) => one.planId === card.planId);
  const [typed, setTyped] = useState({
    kind,
    levelKey: board.job.levelKey,
    levelReason: "",
    criterionIds: noCriteria,
    requirement: "",
    reason: "",
  });
  const set = (changed: Partial<typeof typed>) => setTyped({ ...typed, ...changed });
  const denial = whyNotGround(typed, {
    interviewed: card.interviewed,
    criterionIds: plan?.criteria.map((one) => one.criterionId) ?? [],
    levels: plan?.levels ?? [],
    jobLevelKey: board.job.levelKey,
  });
  const missing =
    denial === null
      ? typed.reason.trim().length < 3
        ? "Say why, in words that hold up later."
        : null
      : explain(denial).sentence;
  const otherLevel = kind !== "reject" && typed.levelKey !== board.job.levelKey;

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (missing !== null) return;
    const { applicationId, stageId } = card;
    void decide
      .run({ ...typed, applicationId, stageId, reason: typed.reason.trim() })
      .then(() => {
        toastDone(titleOf(deciding));
        onClose();
      })
      .catch(() => undefined);
  }

  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        {card.interviewed ? (
          <>
            <Text size="md">
              <Link href={href}>Read the debrief</Link> first: the ratings and their evidence stand
              there.
            </Text>
            <fieldset className={classes.grounds}>
              <legend>The criteria it rests on</legend>
              <Chip.Group
                multiple
                value={typed.criterionIds}
                onChange={(criterionIds) => set({ criterionIds })}
              >
                <Group gap={6}>
                  {plan?.criteria.map((one) => (
                    <Chip key={one.criterionId} value={one.criterionId} size="sm" radius="md">
                      {one.name}
                    </Chip>
                  ))}
                </Group>
              </Chip.Group>
            </fieldset>
          </>
        ) : (
          <Textarea
            label="The requirement of the post it rests on"
            description="Which requirement is met, or is not, by what the person sent."
            value={typed.requirement}
            onChange={(event) => set({ requirement: event.currentTarget.value })}
            autosize
            minRows={2}
            data-autofocus
          />
        )}
        {kind === "reject" ? null : (
          <Select
            label="Hiring level"
            data={(plan?.levels ?? []).map(({ key, name }) => ({
              value: key,
              label: key === board.job.levelKey ? `${name} (the job's)` : name,
            }))}
            value={typed.levelKey}
            allowDeselect={false}
            onChange={(levelKey) => set({ levelKey: levelKey ?? board.job.levelKey })}
          />
        )}
        {otherLevel ? (
          <Textarea
            label="Why another level than the job's"
            value={typed.levelReason}
            onChange={(event) => set({ levelReason: event.currentTarget.value })}
            autosize
            minRows={2}
          />
        ) : null}
        <Textarea
          label="Why"
          description="Read by whoever asks later, the candidate included."
          value={typed.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          autosize
          minRows={3}
        />
        <Refusal refusal={decide.refusal} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Keep as it is
          </Button>
          <ReasonButton type="submit" loading={decide.running} reason={missing}>
            {kind === "reject" ? "Reject" : kind === "offer" ? "Decide to offer" : "Go on"}
          </ReasonButton>
        </Group>
      </Stack>
    </form>
  );
}
