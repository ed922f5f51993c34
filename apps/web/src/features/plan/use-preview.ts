import type { PlanPreviewView, PlanRequestInput } from "@rubric/domain/plan/schemas";
import { useState } from "react";
import { type ApiError, readApiError } from "../../api/errors.ts";

/** The plan that a wish gives, asked for anew by hand and forgotten when the wish changes. */
export function usePreview(ask: (input: PlanRequestInput) => Promise<PlanPreviewView>) {
  const [preview, setPreview] = useState<PlanPreviewView | null>(null);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const [running, setRunning] = useState(false);
  const forget = () => {
    setPreview(null);
    setRefusal(null);
  };
  async function show(input: PlanRequestInput) {
    setRunning(true);
    forget();
    try {
      setPreview(await ask(input));
    } catch (error) {
      setRefusal(readApiError(error));
    } finally {
      setRunning(false);
    }
  }
  return { preview, refusal, running, show, forget };
}
