"use client";

import { Button, Input } from "@mantine/core";
import { Dropzone, type FileWithPath } from "@mantine/dropzone";
import { IconFileText, IconX } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { z } from "zod";
import type { ApiError } from "../../api/errors.ts";
import { Uploaded, uploadFile } from "../../api/files.ts";
import { Refusal } from "../../ui/refusal.tsx";
import classes from "./public.module.css";
import { readResume, Resume } from "./read-resume.ts";

/** Papers as a draft keeps them; a file that was sent waits on the server for a day. */
export const KeptPapers = z.object({ upload: Uploaded.nullable(), resume: Resume.nullable() });
export type Papers = z.infer<typeof KeptPapers>;
export const noPapers: Papers = { upload: null, resume: null };

/** A CV as PDF or DOCX, and where `takesResume` a JSON Resume: dropped here or chosen. */
export function PapersField({
  org,
  papers,
  onChange,
  takesResume = false,
  error,
}: {
  org: string;
  papers: Papers;
  onChange: (papers: Papers) => void;
  takesResume?: boolean;
  error?: ReactNode;
}) {
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const open = useRef<() => void>(null);

  const kinds = takesResume ? "PDF, DOCX or JSON Resume" : "PDF or DOCX";

  async function take(files: FileWithPath[]) {
    const [file] = files;
    if (file === undefined) return;
    setRefusal(null);
    setSentence(null);
    if (takesResume && file.name.toLowerCase().endsWith(".json")) {
      const read = await readResume(file);
      if (read === null) setSentence(`${file.name} is not JSON, so it is no JSON Resume.`);
      else onChange({ ...papers, resume: read });
      return;
    }
    // What has no ending, or one of these, is told by its content.
    if (/\.(?!(?:pdf|doc[xm])$)[a-z0-9]{1,5}$/i.test(file.name)) {
      setSentence(`${file.name} is not taken: send the CV as ${kinds}.`);
      return;
    }
    setSending(true);
    const sent = await uploadFile(org, file);
    setSending(false);
    setRefusal(sent.refusal);
    if (sent.value !== null) onChange({ ...papers, upload: sent.value });
  }

  const wanted = papers.upload === null || (takesResume && papers.resume === null);
  return (
    <Input.Wrapper
      label="CV"
      labelElement="div"
      error={error ?? sentence}
      description={`${kinds}, at most 10 MB.`}
    >
      <div className={classes.papers}>
        {papers.upload === null ? null : (
          <Kept name={papers.upload.name} onDrop={() => onChange({ ...papers, upload: null })} />
        )}
        {papers.resume === null ? null : (
          <Kept name={papers.resume.name} onDrop={() => onChange({ ...papers, resume: null })} />
        )}
        {wanted ? (
          <Dropzone
            onDrop={(files) => void take(files)}
            openRef={open}
            multiple={false}
            activateOnClick={false}
            activateOnKeyboard={false}
            className={classes.drop}
          >
            <Button variant="default" loading={sending} onClick={() => open.current?.()}>
              Choose a file
            </Button>
            <span className={classes.quiet}>or drop it here</span>
          </Dropzone>
        ) : null}
        <Refusal refusal={refusal} />
      </div>
    </Input.Wrapper>
  );
}

function Kept({ name, onDrop }: { name: string; onDrop: () => void }) {
  return (
    <output className={classes.kept}>
      <IconFileText size={18} stroke={1.7} aria-hidden="true" />
      <span>{name}</span>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconX size={14} aria-hidden="true" />}
        aria-label={`Take ${name} away`}
        onClick={onDrop}
      >
        Take away
      </Button>
    </output>
  );
}
