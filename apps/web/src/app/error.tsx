"use client";

import { PublicFrame } from "../frame/public-frame.tsx";
import { PlainFailure } from "../ui/plain-failure.tsx";

export default function PageError(props: { error: unknown; retry: () => void }) {
  return (
    <PublicFrame orgName="Rubric" homeHref="/">
      <PlainFailure {...props} />
    </PublicFrame>
  );
}
