"use client";

import { PageFailure } from "../../../../ui/page-failure.tsx";

export default function StaffPageError(props: { error: unknown; retry: () => void }) {
  return <PageFailure {...props} />;
}
