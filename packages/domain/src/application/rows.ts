import type { application, stage } from "@rubric/db/schema";

/** An application as it is stored. */
export type ApplicationRow = typeof application.$inferSelect;
/** A stage as it is stored. */
export type StageRow = typeof stage.$inferSelect;
