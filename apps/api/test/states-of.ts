/** The procedures of a feature, by their names. */
export const of = (feature: string, names: string): string[] =>
  names.split(" ").map((one) => `${feature}.${one}`);
