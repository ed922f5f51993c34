"use client";

import { Button, FileButton } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { type ApiError, readApiError } from "../api/errors.ts";
import { Refusal } from "./refusal.tsx";

/**
 * A button that reads one YAML file and hands its text on. A refused file is named with its one
 * error, by line and field; nothing was imported then.
 */
export function useYamlImport(
  label: string,
  onText: (text: string) => Promise<unknown>,
): { button: ReactNode; refusal: ReactNode } {
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);

  async function read(file: File | null) {
    if (file === null) return;
    setRunning(true);
    setRefusal(null);
    try {
      await onText(await file.text());
    } catch (error) {
      setRefusal(readApiError(error));
    } finally {
      setRunning(false);
    }
  }

  return {
    button: (
      <FileButton onChange={(file) => void read(file)} accept=".yml,.yaml,application/yaml">
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={running}
            leftSection={<IconUpload size={16} stroke={1.7} aria-hidden="true" />}
          >
            {label}
          </Button>
        )}
      </FileButton>
    ),
    refusal: <Refusal refusal={refusal} />,
  };
}

/** Lets the browser save a text as a file. */
export function saveTextFile(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
