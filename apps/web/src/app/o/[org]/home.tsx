"use client";

import { PutForward } from "../../../features/candidate/put-forward.tsx";
import { HomePage } from "../../../features/home/home-page.tsx";

/** Home with the way to refer someone, where there is a job for it. */
export function Home({ org }: { org: string }) {
  return (
    <HomePage
      org={org}
      refer={(referTo) => <PutForward org={org} addTo={[]} referTo={referTo} />}
    />
  );
}
