"use client";

import type { DecisionKind } from "@rubric/domain/debrief/schemas";
import type { BoardView, CardView } from "@rubric/domain/application/schemas";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import Link from "next/link";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { toastRefused } from "../../ui/toast.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { GroundFields } from "../debrief/ground-fields.tsx";
import { asDecision, type Basis, emptyForm, Typed, whatIsMissing } from "../debrief/grounds.ts";
import type { Place } from "./moved-board.ts";
import type { BoardMove } from "./use-board-moves.ts";

export type Deciding = {
  card: CardView;
  kind: DecisionKind;
  /** The name of the stage it goes on to, and where that is; null where it ends. */
  to: string;
  place: Place | null;
};

/** The small form of a decision on merit: what it rests on, the level, why (law 5). */
export function DecideDialog(props: {
  board: BoardView;
  deciding: Deciding | null;
  debriefHref: (applicationId: string) => string;
  moveNow: (move: BoardMove) => Promise<void>;
  onClose: () => void;
}) {
  const { board, deciding, debriefHref, moveNow, onClose } = props;
  return (
    <Modal
      opened={deciding !== null}
      onClose={onClose}
      title={deciding === null ? "" : titleOf(deciding)}
      size="lg"
    >
      {deciding === null ? null : (
        <DecideForm
          key={deciding.card.applicationId}
          board={board}
          deciding={deciding}
          href={debriefHref(deciding.card.applicationId)}
          moveNow={moveNow}
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

function DecideForm(props: {
  board: BoardView;
  deciding: Deciding;
  href: string;
  moveNow: (move: BoardMove) => Promise<void>;
  onClose: () => void;
}) {
  const { board, deciding, href, moveNow, onClose } = props;
  const { card, kind } = deciding;
  const trpc = useTRPC();
  const decide = useCommand(trpc.debrief.decide.mutationOptions());
  const plan = board.plans.find((one) => one.planId === card.planId);
  const basis: Basis = {
    interviewed: card.interviewed,
    criteria: plan?.criteria ?? [],
    levels: plan?.levels ?? [],
    jobLevelKey: board.job.levelKey,
  };
  const [typed, setTyped] = useState(() => emptyForm(basis, kind));
  // The same draft as on the debrief's page, where one may go on with it.
  const draft = useDraft(`decision:${card.applicationId}:${card.stageId}`, 1, Typed, (found) =>
    setTyped({ ...found.value, kind }),
  );
  const missing = whatIsMissing(basis, typed);

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    const decision = asDecision(typed);
    if (missing !== null || decision === null) return;
    const { applicationId, stageId } = card;
    onClose();
    // A refused one keeps its draft: whoever opens the form again goes on with it.
    draft.keep(typed);
    moveNow({
      applicationId,
      to: deciding.place,
      send: () => decide.run({ applicationId, stageId, ...decision }).then(() => draft.clear()),
      done: titleOf(deciding),
    }).catch(toastRefused);
  }

  return (
    <Form onSubmit={onSubmit}>
      <Stack gap="md">
        {card.interviewed ? (
          <Text size="md">
            <Link href={href}>Read the debrief</Link> first: the ratings and their evidence stand
            there.
          </Text>
        ) : null}
        <GroundFields
          basis={basis}
          typed={typed}
          onChange={(changed) => {
            setTyped(changed);
            draft.keep(changed);
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Keep as it is
          </Button>
          <ReasonButton type="submit" reason={missing}>
            {kind === "reject" ? "Reject" : kind === "offer" ? "Decide to offer" : "Go on"}
          </ReasonButton>
        </Group>
      </Stack>
    </Form>
  );
}
