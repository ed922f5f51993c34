import { z } from "zod";

/** One kept e-mail; the whole message lies beside it as `<id>.eml`. */
export const Kept = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  calendar: z.string().nullable(),
});

export type Kept = z.infer<typeof Kept>;
