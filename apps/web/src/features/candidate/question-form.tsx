"use client";

import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { AskForm } from "./ask-form.tsx";

/** Asks those who lead the job something; `about` is what the question is about, if a button said it. */
export function QuestionForm(props: {
  of: Pick<OwnApplication, "id" | "may">;
  label: string;
  about?: string;
  focused?: boolean;
}) {
  const { of, about = "", ...rest } = props;
  const trpc = useTRPC();
  const ask = useCommand(trpc.candidate.ask.mutationOptions());
  return (
    <AskForm
      {...rest}
      action="Send"
      thanks="Thank you. We have it, and write back to you."
      field="text"
      may={of.may.ask}
      command={ask}
      send={(words) => ask.run({ applicationId: of.id, text: `${about}${words}` })}
    />
  );
}
