import { z } from "zod";

const Document = z.record(z.string(), z.unknown());
const Basics = z.object({
  basics: z.object({
    name: z.string().catch(""),
    email: z.string().catch(""),
    phone: z.string().catch(""),
    url: z.string().catch(""),
  }),
});

/** A JSON Resume that was chosen. */
export const Resume = z.object({
  name: z.string(),
  document: z.record(z.string(), z.unknown()),
  /** What the form can take over from it. */
  person: z.object({ name: z.string(), email: z.string(), phone: z.string(), url: z.string() }),
});
export type Resume = z.infer<typeof Resume>;

/** Reads a JSON Resume that was chosen; the API checks it by its schema. Null if it is not JSON. */
export async function readResume(file: File): Promise<Resume | null> {
  try {
    const document = Document.parse(JSON.parse(await file.text()));
    const read = Basics.safeParse(document);
    const person = read.success ? read.data.basics : { name: "", email: "", phone: "", url: "" };
    return { name: file.name, document, person };
  } catch {
    return null;
  }
}
