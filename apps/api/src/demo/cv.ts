import type { Applicant } from "./people.ts";

/** A curriculum vitae of one page as a PDF, small and plain, which every viewer opens. */
export function curriculumVitae(person: Applicant, years: number): Buffer {
  const lines = [
    [20, person.name],
    [12, person.headline],
    [12, person.location],
    [14, "Experience"],
    [11, `${years} years of building and running the server side of products.`],
    [11, "Owned services from the first sketch to the night on which they were paged for."],
    [11, "Postgres, TypeScript, Go; queues, caches, migrations without downtime."],
    [14, "Education"],
    [11, "Computer science, five years."],
  ] as const;
  let y = 790;
  const text = lines.map(([size, words]) => {
    y -= size * 1.9;
    return `BT /F1 ${size} Tf 64 ${y.toFixed(0)} Td (${escaped(words)}) Tj ET`;
  });
  return pdf(text.join("\n"));
}

/** A PDF with one A4 page of the given content, in Helvetica. */
function pdf(content: string): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, "0");
  });
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
    "latin1",
  );
}

/** Text inside a PDF string; letters beyond Latin 1 lose their accents. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\u0020-\u00ff]/gu, (letter) =>
      letter.normalize("NFD").replaceAll(/[^\u0020-\u007e]/gu, ""),
    )
    .replaceAll(/[\\()]/g, (sign) => `\\${sign}`);
}
