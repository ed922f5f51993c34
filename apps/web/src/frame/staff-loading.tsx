"use client";

import { usePathname } from "next/navigation";
import { PageLoading } from "../ui/loading.tsx";
import { loadingShapeOf } from "./loading-shape.ts";

/**
 * The staff page that one goes to, while it is loaded. The same wherever on the way to it Next
 * waits, so that no other page's shape comes first.
 */
export function StaffLoading() {
  return <PageLoading {...loadingShapeOf(usePathname())} />;
}
