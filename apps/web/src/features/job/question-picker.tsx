"use client";

import { Button, Checkbox, Group, Modal, Switch } from "@mantine/core";
import type { JobView } from "@rubric/domain/job/schemas";
import { useState } from "react";
import { SearchField } from "../../ui/search-field.tsx";
import type { Kit } from "./plan-content.ts";
import classes from "./question-picker.module.css";

/** Chooses from the bank what an interview asks: first on what it rates, then on anything. */
export function QuestionPicker(props: {
  opened: boolean;
  onClose: () => void;
  job: JobView;
  kit: Kit;
  onChange: (questionIds: string[]) => void;
}) {
  const { opened, onClose, job, kit, onChange } = props;
  const [search, setSearch] = useState("");
  const [all, setAll] = useState(false);
  const words = search.trim().toLowerCase();
  const shown = job.questions.filter(
    (one) =>
      (all || kit.competencyKeys.includes(one.competencyKey)) &&
      (words === "" || one.text.toLowerCase().includes(words)),
  );
  const groups = job.framework.competencies
    .map((one) => ({
      ...one,
      questions: shown.filter((question) => question.competencyKey === one.key),
    }))
    .filter((group) => group.questions.length > 0);
  return (
    <Modal opened={opened} onClose={onClose} title={`Questions of ${kit.name}`} size="lg">
      <div className={classes.bar}>
        <SearchField
          label="Search questions"
          value={search}
          onChange={setSearch}
          className={classes.search}
          data-autofocus
        />
        <Switch
          label="On other competencies too"
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      </div>
      {groups.length === 0 ? (
        <p className={classes.empty}>
          {kit.competencyKeys.length === 0 && !all
            ? "Choose first what this interview rates."
            : "No question of the bank matches."}
        </p>
      ) : (
        <Checkbox.Group value={kit.questionIds} onChange={onChange}>
          {groups.map((group) => (
            <section key={group.key} className={classes.group} aria-label={group.name}>
              <h3>{group.name}</h3>
              {group.questions.map((question) => (
                <Checkbox
                  key={question.id}
                  value={question.id}
                  label={question.text}
                  description={question.kind}
                  className={classes.question}
                />
              ))}
            </section>
          ))}
        </Checkbox.Group>
      )}
      <Group justify="space-between" mt="md">
        <span className={classes.count}>{kit.questionIds.length} chosen</span>
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Modal>
  );
}
