"use client";

import { PublicFrame } from "../frame/public-frame.tsx";
import { PageFailure } from "../ui/page-failure.tsx";

export default function PageError(props: { error: unknown; retry: () => void }) {
  return (
    <PublicFrame orgName="Rubric" homeHref="/">
      <PageFailure {...props} />
    </PublicFrame>
  );
}
