"use client";

import { useNow } from "../../ui/use-now.ts";
import { ExactDay } from "./exact-day.tsx";

/** By when an applicant hears from us; once that has passed, that it is late, and whom to ask. */
export function OwnNextWord({ at }: { at: string }) {
  const late = Date.parse(at) < useNow();
  const day = (
    <strong>
      <ExactDay at={at} />
    </strong>
  );
  return late ? (
    <p>
      You were to hear from us by {day}, and we are late. Ask the recruiter and the hiring manager
      below, under “Do you have a question?”.
    </p>
  ) : (
    <p>You hear from us by {day} at the latest.</p>
  );
}
