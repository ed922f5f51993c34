"use client";

import { type KeyboardEvent, useId, useRef } from "react";
import classes from "./mark-group.module.css";
import { RatingGlyph } from "./rating-glyph.tsx";
import { type Judgement, ratingColor, ratingWords } from "./ratings.ts";

export interface MarkGroupProps<Value extends Judgement> {
  label: string;
  /** Keeps the label for screen readers only, where the text above already says it. */
  hideLabel?: boolean;
  value: Value | null;
  onChange: (value: Value) => void;
  disabled?: boolean;
  /** Says why it cannot be changed, or what is still missing. */
  note?: string | null;
  error?: string | null;
}

/** Radio buttons drawn as marks. Arrows move, the digit keys choose, `0` is "not assessed". */
export function MarkGroup<Value extends Judgement>({
  label,
  hideLabel = false,
  value,
  onChange,
  disabled = false,
  note = null,
  error = null,
  options,
  square = false,
}: MarkGroupProps<Value> & { options: readonly Value[]; square?: boolean }) {
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const said = error ?? note;
  const digits = options.filter((option) => option !== "not_assessed");

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!/^[0-5]$/.test(event.key)) return;
    const chosen =
      event.key === "0"
        ? options.find((option) => option === "not_assessed")
        : digits[Number(event.key) - 1];
    if (chosen === undefined) return;
    event.preventDefault();
    onChange(chosen);
    group.current?.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)?.focus();
  }

  return (
    <fieldset
      className={classes.group}
      ref={group}
      disabled={disabled}
      aria-describedby={said === null ? undefined : `${id}-said`}
    >
      <legend className={hideLabel ? classes.hidden : classes.legend}>{label}</legend>
      <div className={classes.row}>
        {options.map((option) => (
          <label
            key={option}
            className={classes.option}
            style={{ "--mark": ratingColor(option), "--mark-soft": ratingColor(option, true) }}
          >
            <input
              className={classes.input}
              type="radio"
              name={id}
              value={option}
              checked={value === option}
              onChange={() => onChange(option)}
              onKeyDown={onKeyDown}
            />
            <RatingGlyph value={option} size={20} square={square} />
            <span className={classes.word}>{ratingWords[option]}</span>
          </label>
        ))}
      </div>
      {said === null ? null : (
        <p id={`${id}-said`} className={classes.said} data-error={error !== null || undefined}>
          {said}
        </p>
      )}
    </fieldset>
  );
}
