import { writeYaml } from "../yaml/write-yaml.ts";
import type { Library } from "./document.ts";

/** The file's text, its items in their order and its keys in one fixed order. */
export function emitLibraryYaml(library: Library): string {
  return writeYaml({
    name: library.name,
    summary: library.summary,
    items: library.items.map((item) => ({
      id: item.id,
      kind: item.kind,
      competency: item.competency,
      level: item.level,
      title: item.title,
      summary: item.summary,
      hours: item.hours,
      technologies: item.technologies,
      requires: item.requires,
      evidence: item.evidence,
      preparation: item.preparation,
      ...(item.goals.length === 0 ? {} : { goals: item.goals }),
    })),
  });
}
