import { PageLoading } from "../../../../ui/loading.tsx";
import { PublicFrame } from "../../../../frame/public-frame.tsx";

export default function Loading() {
  return (
    <PublicFrame orgName="" homeHref={null}>
      <PageLoading shape="text" />
    </PublicFrame>
  );
}
