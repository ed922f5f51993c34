"use client";

import { type DebriefView, SaveDebriefNotesInput } from "@rubric/domain/debrief/schemas";
import { Button, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { z } from "zod";
import { useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { useCommand } from "../../api/use-command.ts";
import { ExactTime } from "../../ui/exact-time.tsx";
import panel from "../../ui/panel.module.css";
import { SaveState, type SaveStateValue } from "../../ui/save-state.tsx";
import { textError } from "../../ui/text-error.ts";
import { useDraft } from "../../ui/use-draft.ts";

type Session = DebriefView["sessions"][number];

/** What was said: the open session's notes to write in, and the earlier sessions to read. */
export function NotesPanel({ view }: { view: DebriefView }) {
  const { sessions, may } = view;
  const current = sessions.find((one) => one.state === "open");
  const past = sessions.filter((one) => one.state !== "open");
  if (sessions.length === 0) return null;
  return (
    <section className={panel.panel} aria-labelledby="notes">
      <div className={panel.head}>
        <h2 id="notes" className={panel.title}>
          Notes
        </h2>
      </div>
      <div className={panel.list}>
        {current === undefined ? null : may.saveNotes === null ? (
          <NotesEditor view={view} session={current} key={current.id} />
        ) : (
          <SessionNotes session={current} of={sessions.length} />
        )}
        {past.toReversed().map((one) => (
          <SessionNotes key={one.id} session={one} of={sessions.length} />
        ))}
      </div>
    </section>
  );
}

function SessionNotes({ session, of }: { session: Session; of: number }) {
  const empty = session.state === "not_held" ? "No debrief was held." : "No notes were taken.";
  return (
    <div className={panel.item}>
      <p className={panel.quiet}>
        {of > 1 ? `Session ${session.session}, ` : ""}
        {session.openedBy}, <ExactTime at={session.openedAt} />
      </p>
      {session.reason === null ? null : <p className={panel.words}>Why: {session.reason}</p>}
      <p className={panel.words}>{session.notes === "" ? empty : session.notes}</p>
    </div>
  );
}

function NotesEditor({ view, session }: { view: DebriefView; session: Session }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const save = useCommand(trpc.debrief.saveNotes.mutationOptions());
  const [text, setText] = useState(session.notes);
  const [kept, setKept] = useState(session.notes);
  const [state, setState] = useState<SaveStateValue>({ kind: "idle" });
  const latest = useRef(text);
  const draft = useDraft(`debrief-notes:${session.id}`, 1, z.string(), (found) => {
    if (found.value !== session.notes) put(found.value);
  });

  const theirs = !save.running && session.notes !== kept && session.notes !== text;

  function put(next: string) {
    latest.current = next;
    setText(next);
  }

  async function store(previous = kept) {
    if (latest.current === previous || save.running) return;
    setState({ kind: "saving" });
    try {
      let stored = previous;
      // What is typed meanwhile is saved too, and kept here until then.
      while (latest.current !== stored) {
        const notes = latest.current;
        await save.run({
          applicationId: view.application.id,
          stageId: view.stage.id,
          previous: stored,
          notes,
        });
        setKept(notes);
        stored = notes;
      }
      draft.clear();
      setState({ kind: "saved", at: Date.now() });
    } catch (error) {
      const refusal = readApiError(error);
      if (refusal.code === "NOTES_OUTDATED") await queryClient.invalidateQueries();
      setState(
        refusal.answered ? { kind: "refused", sentence: refusal.sentence } : { kind: "offline" },
      );
    }
  }

  return (
    <div className={panel.stack}>
      <Textarea
        label="What was said, and what tipped the balance"
        description="Saved when you leave the field, or with Ctrl+Enter."
        value={text}
        error={textError(SaveDebriefNotesInput.shape.notes, text)}
        onChange={(event) => {
          put(event.currentTarget.value);
          draft.keep(event.currentTarget.value);
        }}
        onBlur={() => void store()}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void store();
        }}
        autosize
        minRows={6}
      />
      <SaveState state={state} />
      {theirs ? (
        <div className={panel.stack}>
          <p className={panel.quiet}>Someone else wrote meanwhile:</p>
          <p className={panel.words}>{session.notes}</p>
          <div>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                setKept(session.notes);
                void store(session.notes);
              }}
            >
              Put mine in its place
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
