import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "../providers.tsx";
import { readZone, ZONE_COOKIE } from "../ui/zone-cookie.ts";

/**
 * Around the pages that are worked with. Those that are only read, as a public job, do without: what
 * stands in here costs their reader more than all else on them.
 */
export async function Live({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce");
  const zone = readZone((await cookies()).get(ZONE_COOKIE)?.value);
  return (
    <Providers nonce={nonce} zone={zone}>
      {children}
    </Providers>
  );
}
