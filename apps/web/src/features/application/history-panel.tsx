"use client";

import type { ApplicationView, TimelineLineView } from "@rubric/domain/application/schemas";
import { Group, SegmentedControl } from "@mantine/core";
import {
  IconCalendarEvent,
  IconGavel,
  IconLock,
  IconNote,
  IconPointFilled,
} from "@tabler/icons-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { NoteForm } from "./note-form.tsx";
import panel from "./panel.module.css";
import { lineWords, type Topic, topicOf } from "./timeline-words.ts";

const TOPICS = ["all", "notes", "interviews", "decisions"] as const;
const LABELS = [
  { value: "all", label: "All" },
  { value: "notes", label: "Notes" },
  { value: "interviews", label: "Interviews" },
  { value: "decisions", label: "Decisions" },
];

/** Everything that happened, newest first; sealed lines show that they are there and why. */
export function HistoryPanel({ view }: { view: ApplicationView }) {
  const [topic, setTopic] = useQueryState("show", parseAsStringLiteral(TOPICS).withDefault("all"));
  const lines = view.timeline
    .filter((line) => topic === "all" || topicOf(line.kind) === topic)
    .toReversed();
  return (
    <section aria-labelledby="history">
      <Group justify="space-between" mb="sm">
        <h2 id="history" className={panel.title} style={{ margin: 0 }}>
          History
        </h2>
        <SegmentedControl
          size="xs"
          aria-label="Show"
          data={LABELS}
          value={topic}
          onChange={(value) => void setTopic(TOPICS.find((one) => one === value) ?? "all")}
        />
      </Group>
      {view.may.addNote === null ? null : <NoteForm view={view} />}
      {lines.length === 0 ? (
        <EmptyState compact title="Nothing of this kind yet" />
      ) : (
        <Timeline
          label="History"
          entries={lines.map((line, index) => entryOf(line, isSaidAbove(lines, index)))}
        />
      )}
    </section>
  );
}

const ICONS: Record<Topic, typeof IconNote> = {
  notes: IconNote,
  interviews: IconCalendarEvent,
  decisions: IconGavel,
  steps: IconPointFilled,
};

/** Whether a line above has said already why this one is sealed. */
function isSaidAbove(lines: readonly TimelineLineView[], index: number): boolean {
  const sentence = lines[index]?.sealed?.sentence;
  return lines.slice(0, index).some((line) => line.sealed?.sentence === sentence);
}

function entryOf(line: TimelineLineView, saidAbove: boolean) {
  const Icon = line.sealed === null ? ICONS[topicOf(line.kind)] : IconLock;
  return {
    id: line.id,
    at: line.at,
    title: (
      <>
        {lineWords(line)}
        {line.by === null ? null : <span className={panel.quiet}> · {line.by}</span>}
        {line.sealed !== null && saidAbove ? <span className={panel.quiet}> · sealed</span> : null}
      </>
    ),
    icon: <Icon size={15} stroke={1.7} />,
    ...(line.sealed !== null
      ? saidAbove
        ? {}
        : { body: <p className={panel.quiet}>{line.sealed.sentence}</p> }
      : line.text === null
        ? {}
        : { body: <p className={panel.words}>{line.text}</p> }),
  };
}
