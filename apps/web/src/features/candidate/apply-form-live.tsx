"use client";

import type { PublicPostView } from "@rubric/domain/candidate/schemas";
import { ApiProvider } from "../../api/client.tsx";
import { Providers } from "../../providers.tsx";
import { ApplyForm } from "./apply-form.tsx";

/** The form that applies, with all that it needs on a page that has none of it. */
// oxlint-disable-next-line import/no-default-export -- `lazy` takes nothing else
export default function ApplyFormLive({
  nonce,
  ...props
}: Pick<PublicPostView, "organization" | "post"> & { nonce: string | null }) {
  return (
    <Providers nonce={nonce} zone={null}>
      <ApiProvider org={null}>
        <ApplyForm {...props} />
      </ApiProvider>
    </Providers>
  );
}
