"use client";

import { ActionIcon, Button, Checkbox, TextInput } from "@mantine/core";
import type { FormErrors } from "@mantine/form";
import type { PostContent } from "@rubric/domain/job/schemas";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { withItem } from "./plan-content.ts";
import { asksSomething } from "./post-values.ts";
import classes from "./posts-page.module.css";

type Questions = PostContent["questions"];

/** What everyone who applies is asked beside their CV; at most ten. */
export function PostQuestions(props: {
  questions: Questions;
  /** By the place among those that are sent: the ones that ask something. */
  errors: FormErrors;
  onChange: (questions: Questions) => void;
}) {
  const { questions, errors, onChange } = props;
  return (
    <fieldset className={classes.questions}>
      <legend>Asked of everyone who applies</legend>
      {questions.map((question, index) => (
        <div key={question.key} className={classes.question}>
          <TextInput
            aria-label={`Question ${index + 1}`}
            placeholder="When could you start?"
            value={question.text}
            error={asksSomething(question) ? errors[pathOf(questions, index)] : null}
            onChange={(event) =>
              onChange(withItem(questions, index, { ...question, text: event.currentTarget.value }))
            }
          />
          <Checkbox
            label="Required"
            checked={question.required}
            onChange={(event) =>
              onChange(
                withItem(questions, index, { ...question, required: event.currentTarget.checked }),
              )
            }
          />
          <Checkbox
            label="Decides eligibility"
            checked={question.eligibility}
            onChange={(event) =>
              onChange(
                withItem(questions, index, {
                  ...question,
                  eligibility: event.currentTarget.checked,
                }),
              )
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={`Remove question ${index + 1}`}
            onClick={() => onChange(withItem(questions, index, null))}
          >
            <IconTrash size={16} stroke={1.7} />
          </ActionIcon>
        </div>
      ))}
      {questions.length < 10 ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.7} aria-hidden="true" />}
          onClick={() =>
            onChange([
              ...questions,
              { key: freeKey(questions), text: "", required: false, eligibility: false },
            ])
          }
        >
          Add a question
        </Button>
      ) : null}
    </fieldset>
  );
}

/** Where the text of a question lies in what is sent. */
function pathOf(questions: Questions, index: number): string {
  return `questions.${questions.slice(0, index).filter(asksSomething).length}.text`;
}

function freeKey(questions: Questions): string {
  const taken = new Set(questions.map((one) => one.key));
  let number = 1;
  while (taken.has(`q${number}`)) number += 1;
  return `q${number}`;
}
