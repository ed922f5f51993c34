import type { Metadata } from "next";
import { readReferenceIndex } from "../../../../api/reference.ts";
import { ReferencePage } from "../../../../features/reference/reference-page.tsx";
import { ErrorView } from "../../../../ui/error-view.tsx";

export const metadata: Metadata = { title: "API reference" };

export default async function Page({ params }: PageProps<"/o/[org]/api">) {
  const { org } = await params;
  const { value, refusal } = await readReferenceIndex();
  if (refusal !== null) return <ErrorView error={refusal} />;
  return <ReferencePage org={org} index={value} />;
}
