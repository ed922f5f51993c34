import { PageLoading } from "../../../ui/loading.tsx";

export default function Loading() {
  return <PageLoading />;
}
