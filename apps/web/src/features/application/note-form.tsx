"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { Button, Group, SegmentedControl, Textarea } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import panel from "./panel.module.css";

const Note = z.object({ kind: z.enum(["logistics", "assessment"]), text: z.string() });
type Note = z.infer<typeof Note>;
const EMPTY: Note = { kind: "logistics", text: "" };

/** Writes a note: logistics, open to the team, or an assessment, sealed like a scorecard. */
export function NoteForm({ view }: { view: ApplicationView }) {
  const trpc = useTRPC();
  const add = useCommand(trpc.application.addNote.mutationOptions());
  const [note, setNote] = useState<Note>(EMPTY);
  const draft = useDraft(`note:${view.id}`, 1, Note, (found) => setNote(found.value));
  const change = (next: Note) => {
    setNote(next);
    draft.keep(next);
  };

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (note.text.trim() === "") return;
    void add
      .run({ applicationId: view.id, ...note })
      .then(() => {
        setNote(EMPTY);
        draft.clear();
      })
      .catch(() => undefined);
  }

  return (
    <Form onSubmit={onSubmit} className={panel.stack} style={{ marginBottom: 20 }}>
      <Textarea
        aria-label="Note"
        placeholder="Add a note"
        value={note.text}
        readOnly={add.running}
        onChange={(event) => change({ ...note, text: event.currentTarget.value })}
        autosize
        minRows={1}
        maxRows={12}
      />
      {note.text === "" ? null : (
        <>
          <Group justify="space-between" gap="xs">
            <SegmentedControl
              size="xs"
              aria-label="Kind of note"
              data={[
                { value: "logistics", label: "Logistics" },
                { value: "assessment", label: "Assessment" },
              ]}
              value={note.kind}
              onChange={(kind) =>
                change({ ...note, kind: kind === "assessment" ? "assessment" : "logistics" })
              }
            />
            <Button type="submit" size="compact-md" loading={add.running}>
              Add note
            </Button>
          </Group>
          <p className={panel.quiet}>
            {note.kind === "logistics"
              ? "Everyone on this application reads it: nothing in it judges the candidate."
              : "Sealed like a scorecard of this stage until its quorum is in."}
          </p>
        </>
      )}
      <Refusal refusal={add.refusal} />
    </Form>
  );
}
