import "server-only";
import { cache } from "react";
import { foundOr404 } from "./public-jobs.ts";
import { serverApi } from "./server.ts";

/** What one can prepare for at an organization, read once per request. */
export const readPreparations = cache(async (slug: string) =>
  foundOr404(async () => (await serverApi({ org: null })).preparation.list.query({ slug })),
);

/** What a post asks for and how to prepare for it; one that is not public is not there. */
export const readPreparationFor = cache(async (slug: string, jobSlug: string) =>
  foundOr404(async () =>
    (await serverApi({ org: null })).preparation.show.query({ slug, jobSlug }),
  ),
);

/** The same of a level of a framework. */
export const readPreparationAt = cache(async (slug: string, versionId: string, levelKey: string) =>
  foundOr404(async () =>
    (await serverApi({ org: null })).preparation.show.query({ slug, versionId, levelKey }),
  ),
);
