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

export interface Resume {
  name: string;
  document: Record<string, unknown>;
  /** What the form can take over from it. */
  person: { name: string; email: string; phone: string; url: string };
}

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
