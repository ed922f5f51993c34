/** Subdivisions by ISO 3166-2, and cities, that people know by name; any other code is shown as it is. */
export const PLACE_NAMES: Readonly<Record<string, string>> = {
  "CA-AB": "Alberta",
  "CA-BC": "British Columbia",
  "CA-MB": "Manitoba",
  "CA-NS": "Nova Scotia",
  "CA-ON": "Ontario",
  "CA-QC": "Quebec",
  "DE-BE": "Berlin",
  "DE-BW": "Baden-Württemberg",
  "DE-BY": "Bavaria",
  "DE-HB": "Bremen",
  "DE-HE": "Hesse",
  "DE-HH": "Hamburg",
  "DE-NI": "Lower Saxony",
  "DE-NW": "North Rhine-Westphalia",
  "DE-RP": "Rhineland-Palatinate",
  "DE-SH": "Schleswig-Holstein",
  "DE-SN": "Saxony",
  "US-AL": "Alabama",
  "US-CA": "California",
  "US-CO": "Colorado",
  "US-CT": "Connecticut",
  "US-DC": "District of Columbia",
  "US-DE": "Delaware",
  "US-FL": "Florida",
  "US-GA": "Georgia",
  "US-HI": "Hawaii",
  "US-IL": "Illinois",
  "US-MA": "Massachusetts",
  "US-MD": "Maryland",
  "US-ME": "Maine",
  "US-MI": "Michigan",
  "US-MN": "Minnesota",
  "US-NC": "North Carolina",
  "US-NJ": "New Jersey",
  "US-NV": "Nevada",
  "US-NY": "New York",
  "US-NY-NYC": "New York City",
  "US-OR": "Oregon",
  "US-PA": "Pennsylvania",
  "US-PR": "Puerto Rico",
  "US-RI": "Rhode Island",
  "US-TX": "Texas",
  "US-VT": "Vermont",
  "US-WA": "Washington",
  "US-WI": "Wisconsin",
};

const countries = new Intl.DisplayNames("en", { type: "region" });

/** A place's own name: "Colorado", "New York City", "Germany", "European Union"; else its code. */
export function placeName(code: string): string {
  const named = Object.hasOwn(PLACE_NAMES, code) ? PLACE_NAMES[code] : undefined;
  if (named !== undefined) return named;
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}

/** Places in a few words: "Colorado, Ontario". */
export function placeNames(codes: readonly string[]): string {
  return codes.map(placeName).join(", ");
}
