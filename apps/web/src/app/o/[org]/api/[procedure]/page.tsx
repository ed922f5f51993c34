import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readReference } from "../../../../../api/reference.ts";
import { env } from "../../../../../env.ts";
import { ProcedurePage } from "../../../../../features/reference/procedure-page.tsx";
import { ErrorView } from "../../../../../ui/error-view.tsx";

type Props = PageProps<"/o/[org]/api/[procedure]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).procedure };
}

export default async function Page({ params }: Props) {
  const { org, procedure } = await params;
  const { value, refusal } = await readReference(procedure);
  if (refusal !== null) {
    if (refusal.kind === "not_found" || refusal.kind === "input") notFound();
    return <ErrorView error={refusal} />;
  }
  return <ProcedurePage org={org} url={new URL(env().PUBLIC_URL).origin} reference={value} />;
}
