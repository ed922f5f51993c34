/** What a candidate may be asked of themself, and what they may answer. */
export const ATTRIBUTES = {
  gender: {
    title: "Gender",
    groups: { woman: "Woman", man: "Man", non_binary: "Non-binary" },
  },
  /** The categories of the EEO-1 report, 29 CFR 1602.7. */
  ethnicity: {
    title: "Race or ethnicity",
    groups: {
      hispanic: "Hispanic or Latino",
      white: "White",
      black: "Black or African American",
      pacific: "Native Hawaiian or Other Pacific Islander",
      asian: "Asian",
      native: "American Indian or Alaska Native",
      two_or_more: "Two or more races",
    },
  },
  /** The line that the ADEA draws, 29 USC 631. */
  age: { title: "Age", groups: { under_40: "Under 40", from_40: "40 or older" } },
} as const satisfies Record<string, { title: string; groups: Record<string, string> }>;

export type Attribute = keyof typeof ATTRIBUTES;
export const ATTRIBUTE_NAMES = ["gender", "ethnicity", "age"] as const satisfies Attribute[];

/** "I would rather not say": an answer that says nothing, so that the question can rest. */
export const DECLINED = "declined";

/** An attribute of a name that was stored or sent; null: there is none today. */
export function attributeOf(name: string): Attribute | null {
  return ATTRIBUTE_NAMES.find((one) => one === name) ?? null;
}

/** The groups of an attribute, in order. */
export function groupsOf(attribute: Attribute): { key: string; title: string }[] {
  return Object.entries(ATTRIBUTES[attribute].groups).map(([key, title]) => ({ key, title }));
}

/** Whether an answer is one of an attribute's. */
export function isAnswer(attribute: Attribute, answer: string): boolean {
  return answer === DECLINED || Object.hasOwn(ATTRIBUTES[attribute].groups, answer);
}
