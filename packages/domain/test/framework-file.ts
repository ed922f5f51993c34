/** The file of a framework of two levels and one competency. */
export const frameworkFile = (name: string, word = "Writes tests") => `name: ${name}
summary: What is expected
googleSheetId: ""
levels:
  - id: one
    name: Level one
  - id: two
    name: Level two
themes:
  - id: craft
    name: Craft
competencies:
  - id: 11111111-1111-4111-8111-111111111111
    competency: Testing
    level: one
    theme: craft
    summary: ${word}
    proficiency: Foundational
  - id: 22222222-2222-4222-8222-222222222222
    competency: Testing
    level: two
    theme: craft
    summary: Designs test strategies
    proficiency: Practitioner
    examples:
      - A suite that others trust
`;
