import type { Applicant } from "./people.ts";

const EARLIER = [
  "a bank's card department",
  "a shop for bicycle parts, as its second engineer",
  "a consultancy, on the systems of two insurers",
  "a maker of hospital software",
  "a price comparison site",
  "a telephone company's billing",
  "a university's registry",
] as const;
const SKILLS = [
  "Postgres, TypeScript, Go; queues, migrations without downtime",
  "Kotlin and Java, Postgres, Kafka; on call for four years",
  "Python, Postgres, Redis; profiling, query plans",
  "Go, gRPC, Kubernetes; capacity planning",
  "Elixir, Postgres; systems that stay up while they change",
  "C#, SQL Server, lately Postgres and Rust",
] as const;
const STUDIES = [
  "Computer science, five years",
  "Mathematics, three years; the rest on the job",
  "Electrical engineering, with a thesis on clocks",
  "Apprenticeship in application development",
  "Physics; came to programming by measuring things",
] as const;

/** A curriculum vitae of one page as a PDF, small and plain, which every viewer opens. */
export function curriculumVitae(person: Applicant, turn: number): Buffer {
  const years = 3 + (turn % 11);
  const { company = "A shop for ticketing", built = "The sale of tickets, from end to end." } =
    person;
  const lines: [size: number, words: string][] = [
    [20, person.name],
    [12, person.headline],
    [12, [person.location, person.email, person.phone ?? ""].filter(Boolean).join(" - ")],
    [14, "Experience"],
    [12, `${company}, for ${Math.ceil(years / 2)} years`],
    ...wrapped(built).map((words): [number, string] => [11, words]),
    [12, `Before that: ${EARLIER[turn % EARLIER.length]}, for ${Math.floor(years / 2) + 1} years`],
    [14, "Tools"],
    [11, SKILLS[turn % SKILLS.length] ?? SKILLS[0]],
    [14, "Education"],
    [11, STUDIES[turn % STUDIES.length] ?? STUDIES[0]],
  ];
  let y = 790;
  const text = lines.map(([size, words]) => {
    y -= size * 1.9;
    return `BT /F1 ${size} Tf 64 ${y.toFixed(0)} Td (${escaped(words)}) Tj ET`;
  });
  return pdf(text.join("\n"));
}

/** A text in lines of at most 84 characters. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 83) lines.push(word);
    else lines.splice(-1, 1, `${last} ${word}`);
  }
  return lines;
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
