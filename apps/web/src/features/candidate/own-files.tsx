"use client";

import { Button } from "@mantine/core";
import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import { useState } from "react";
import type { ApiError } from "../../api/errors.ts";
import { ownFile, saveAs } from "../../api/files.ts";
import { Refusal } from "../../ui/refusal.tsx";
import classes from "./own.module.css";

/** What the candidate sent with this application: files and answers. */
export function OwnFiles({ of, token }: { of: OwnApplication; token: string }) {
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  if (of.files.length === 0 && of.answers.length === 0) return null;

  async function fetchFile(file: { id: string; name: string }) {
    const { value, refusal: why } = await ownFile(token, of.id, file.id);
    setRefusal(why);
    if (value !== null) saveAs(value, file.name);
  }

  return (
    <details className={classes.fold}>
      <summary>What you sent us</summary>
      {of.files.map((file) => (
        <p key={file.id}>
          <Button variant="default" onClick={() => void fetchFile(file)}>
            {file.name}
          </Button>
        </p>
      ))}
      <Refusal refusal={refusal} />
      {of.answers.length === 0 ? null : (
        <dl className={classes.answers}>
          {of.answers.map((one) => (
            <div key={one.key}>
              <dt>{one.text}</dt>
              <dd>{one.answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}
