import type { Metadata } from "next";
import { ApiProvider } from "../../../api/client.tsx";
import { LeftRecord } from "../../../features/record/left-record.tsx";
import { PublicFrame } from "../../../frame/public-frame.tsx";

export const metadata: Metadata = { title: "Your record", referrer: "no-referrer" };

export default async function RecordPage({ params }: PageProps<"/record/[token]">) {
  const { token } = await params;
  return (
    <PublicFrame orgName="Rubric" homeHref={null}>
      <ApiProvider org={null}>
        <LeftRecord token={token} />
      </ApiProvider>
    </PublicFrame>
  );
}
