"use client";

import type { DebriefView, DecisionKind } from "@rubric/domain/debrief/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Form } from "../../ui/form.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useDraft } from "../../ui/use-draft.ts";
import { DecisionFields } from "./decision-fields.tsx";
import { asDecision, basisOf, emptyForm, kindWords, Typed, whatIsMissing } from "./grounds.ts";

/** The form in which the stage is decided; for who decides here, and only while it can be decided. */
export function DecidePanel({ view }: { view: DebriefView }) {
  const { form, may, stage } = view;
  if (!form.decides || !stage.current || stage.decided) return null;
  const denied = [may.advance, may.offer, may.reject];
  const [first] = denied;
  const none = denied.every((one) => one !== null);
  const same = none && denied.every((one) => one?.sentence === first?.sentence);
  return (
    <section className={panel.panel} aria-labelledby="decide">
      <div className={panel.head}>
        <h2 id="decide" className={panel.title}>
          To decide
        </h2>
      </div>
      {same && first != null ? (
        <div className={panel.stack}>
          <p className={panel.words}>{first.sentence}</p>
          {first.lift === null ? null : <p className={panel.quiet}>{first.lift}</p>}
        </div>
      ) : (
        <DecisionForm view={view} key={stage.id} />
      )}
    </section>
  );
}

/** Where the offer comes next, to advance would only put off the same decision. */
const BEFORE_OFFER = ["offer", "reject"] as const satisfies readonly DecisionKind[];

function DecisionForm({ view }: { view: DebriefView }) {
  const { application, stage, form, may } = view;
  const trpc = useTRPC();
  const decide = useCommand(trpc.debrief.decide.mutationOptions());
  const [typed, setTyped] = useState<Typed>(() => emptyForm(basisOf(view)));
  const [asking, setAsking] = useState(false);
  const draft = useDraft(`decision:${application.id}:${stage.id}`, 1, Typed, (found) =>
    setTyped(found.value),
  );
  const missing = whatIsMissing(basisOf(view), typed);
  const refused = typed.kind === null ? null : may[typed.kind];

  async function send() {
    const decision = asDecision(typed);
    if (decision === null) return;
    await decide.run({ applicationId: application.id, stageId: stage.id, ...decision });
    draft.clear();
    toastDone(doneWords(decision.kind, application.candidate, form.next));
  }

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (missing !== null || refused !== null) return;
    if (typed.kind === "reject") setAsking(true);
    else void send().catch(() => undefined);
  }

  return (
    <Form onSubmit={onSubmit} className={panel.stack}>
      <DecisionFields
        view={view}
        typed={typed}
        why={may}
        {...(form.nextIsOffer ? { kinds: BEFORE_OFFER } : {})}
        onChange={(next) => {
          setTyped(next);
          draft.keep(next);
        }}
      />
      {typed.kind === null ? null : (
        <p className={panel.quiet}>
          {effectWords(typed.kind, application.candidate, form.rejectionMailDelay)}
        </p>
      )}
      {asking ? null : <Refusal refusal={decide.refusal} />}
      <ReasonButton
        type="submit"
        fullWidth
        loading={decide.running}
        reason={refused?.sentence ?? missing}
        lift={refused?.lift ?? null}
      >
        {typed.kind === null ? "Decide" : kindWords(typed.kind, form.next)}
      </ReasonButton>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Reject ${application.candidate}?`}
        confirmLabel="Reject"
        onConfirm={send}
      >
        <p className={panel.words}>
          The application ends, and interviews that have not begun are cancelled. The e-mail leaves
          in {form.rejectionMailDelay} minutes; until then a reversal stops it.
        </p>
      </ConfirmDialog>
    </Form>
  );
}

function effectWords(kind: DecisionKind, name: string, minutes: number): string {
  if (kind === "advance") return `${name} hears of it at once.`;
  if (kind === "reject") return `${name} hears of it in ${minutes} minutes.`;
  return `${name} hears of it with the offer itself, once that is written, approved and sent.`;
}

function doneWords(kind: DecisionKind, name: string, next: string | null) {
  if (kind === "advance") return `${name} is in ${next ?? "the next stage"}.`;
  return kind === "reject" ? `${name} is rejected.` : `Decided: an offer for ${name}.`;
}
