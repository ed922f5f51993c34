import { application, mail } from "@rubric/db/schema";
import { inArray, sql, type SQL } from "drizzle-orm";
import { ON_ITS_WAY } from "./told.ts";

/**
 * That an `application` is under way as far as its candidate knows: a rejection ends it for them
 * once its e-mail has left, and until then it can be taken back.
 */
export function isUnderWay(): SQL {
  return sql`(${application.state} in ('active', 'on_hold') or ${application.state} = 'rejected' and exists (
    select from ${mail}
    where ${mail.orgId} = ${application.orgId} and ${mail.subjectId} = ${application.id}
      and ${mail.template} = 'application.rejected' and ${mail.recipient} = 'candidate'
      and ${inArray(mail.state, [...ON_ITS_WAY])}
  ))`;
}
