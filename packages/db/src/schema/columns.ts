import { bigint, timestamp, uuid } from "drizzle-orm/pg-core";

/** The tenant; first in the primary key and in every unique and foreign key of its table. */
export const orgId = () => uuid("org_id").notNull();

/** UUIDv7 made in the application. */
export const id = () => uuid("id").notNull();

/** An instant with milliseconds, in UTC. */
export const instant = (name: string) =>
  timestamp(name, { precision: 3, withTimezone: true, mode: "date" });

/** Money in minor units; the currency stands in a column beside it. */
export const minorUnits = (name: string) => bigint(name, { mode: "number" });
