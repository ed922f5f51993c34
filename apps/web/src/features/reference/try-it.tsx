"use client";

import { Button, Textarea } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { exampleOf } from "@rubric/contract/example";
import type { ReferenceProcedure } from "@rubric/contract/reference";
import { useEffect, useMemo, useState } from "react";
import { z } from "zod";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { AnswerView } from "./answer-view.tsx";
import { holdsSecret } from "./holds-secret.ts";
import { readInput, schemaFrom } from "./read-input.ts";
import classes from "./try-it.module.css";
import { useCall } from "./use-call.ts";

/** Runs a procedure with one's own session: input as JSON, checked before it is sent. */
export function TryIt({
  org,
  reference,
  onTyped,
}: {
  org: string;
  reference: ReferenceProcedure;
  /** Told of each input that is right. */
  onTyped: (input: unknown) => void;
}) {
  const { path, contract, input } = reference;
  const first = useMemo(() => JSON.stringify(exampleOf(input) ?? {}, null, 2), [input]);
  const schema = useMemo(() => schemaFrom(input), [input]);
  const [text, setText] = useState(first);
  const [asking, setAsking] = useState(false);
  const draft = useDraft(`api:${org}:${path}`, 1, z.string(), (kept) => setText(kept.value));
  const typed = useMemo(() => readInput(text, schema), [text, schema]);
  const secret = useMemo(() => holdsSecret(input), [input]);
  const call = useCall(reference);
  // What is typed before the page is awake would be lost.
  const ready = useMounted();
  const command = contract.kind === "mutation";
  const reason = whyNotRun(contract, typed.wrong);

  useEffect(() => {
    if (typed.wrong.length === 0) onTyped(typed.value);
  }, [typed, onTyped]);

  function change(value: string) {
    setText(value);
    if (!secret) draft.keep(value);
  }

  function begin() {
    setText(first);
    draft.clear();
  }

  return (
    <section
      className={classes.box}
      aria-labelledby="try-it"
      data-secret={secret ? true : undefined}
    >
      <div className={classes.head}>
        <h2 id="try-it">Try it</h2>
        {text === first ? null : (
          <Button size="compact-sm" variant="subtle" onClick={begin}>
            Begin again
          </Button>
        )}
      </div>
      <Textarea
        label="Input as JSON"
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={18}
        readOnly={!ready}
        spellCheck={false}
        classNames={{ input: classes.editor ?? "" }}
        error={typed.wrong.length === 0 ? null : <Wrong lines={typed.wrong} />}
      />
      <div className={classes.run}>
        <ReasonButton
          reason={reason}
          loading={call.running}
          onClick={() => (command ? setAsking(true) : void call.run(typed.value))}
        >
          {command ? "Run it…" : "Run it"}
        </ReasonButton>
        <span className={classes.quiet}>With your own session, in this organization.</span>
      </div>
      <AnswerView outcome={call.outcome} />
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Run ${path}?`}
        confirmLabel="Run it"
        onConfirm={() => call.run(typed.value)}
      >
        It really happens, in this organization and in your name, and leaves an audit entry.
      </ConfirmDialog>
    </section>
  );
}

function Wrong({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.slice(0, 6).map((line) => (
        <span key={line} className={classes.wrong}>
          {line}
        </span>
      ))}
      {lines.length > 6 ? <span className={classes.wrong}>and {lines.length - 6} more</span> : null}
    </>
  );
}

function whyNotRun({ permission, kind }: ReferenceProcedure["contract"], wrong: string[]) {
  if (kind === "subscription") return "A stream cannot be tried here.";
  if (permission.holders.every((duty) => duty === "candidate"))
    return "Only a candidate's own page calls this, by its link.";
  return wrong.length === 0 ? null : "The input is not right yet.";
}
