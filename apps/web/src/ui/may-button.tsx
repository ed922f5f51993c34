import type { MayView } from "@rubric/domain/debrief/schemas";
import { ReasonButton } from "./reason-button.tsx";

/** A button for a command: disabled, with the sentence of its rule, while that stands against it. */
export function MayButton(props: {
  label: string;
  may: MayView;
  onClick: () => void;
  primary?: boolean;
  destroys?: boolean;
  loading?: boolean;
}) {
  const { label, may, onClick, primary = false, destroys = false, loading = false } = props;
  return (
    <ReasonButton
      reason={may?.sentence ?? null}
      lift={may?.lift ?? null}
      loading={loading}
      onClick={onClick}
      {...(destroys ? { color: "red" } : primary ? {} : { variant: "default" })}
    >
      {label}
    </ReasonButton>
  );
}
