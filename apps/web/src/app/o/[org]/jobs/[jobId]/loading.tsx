import { BoardLoading } from "../../../../../ui/loading.tsx";

export default function Loading() {
  return <BoardLoading />;
}
