import { StaffLoading } from "../../../../../../frame/staff-loading.tsx";

export default function Loading() {
  return <StaffLoading />;
}
