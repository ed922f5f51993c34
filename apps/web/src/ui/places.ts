/** Subdivisions by ISO 3166-2 that people choose by name; any other code is shown as it is. */
const SUBDIVISIONS: Record<string, string> = {
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
  "DE-SN": "Saxony",
  "DE-SH": "Schleswig-Holstein",
  "US-CA": "California",
  "US-CO": "Colorado",
  "US-DC": "District of Columbia",
  "US-FL": "Florida",
  "US-GA": "Georgia",
  "US-HI": "Hawaii",
  "US-IL": "Illinois",
  "US-MA": "Massachusetts",
  "US-MD": "Maryland",
  "US-ME": "Maine",
  "US-MN": "Minnesota",
  "US-NC": "North Carolina",
  "US-NJ": "New Jersey",
  "US-NY": "New York",
  "US-OR": "Oregon",
  "US-PA": "Pennsylvania",
  "US-TX": "Texas",
  "US-VT": "Vermont",
  "US-WA": "Washington",
};

const COUNTRIES =
  "AR AT AU BE BG BR CA CH CL CO CZ DE DK EE ES FI FR GB GR HR HU IE IL IN IS IT JP KE KR LT LU LV MT MX NG NL NO NZ PL PT RO RS SE SG SI SK TR UA US ZA".split(
    " ",
  );

const countryNames = new Intl.DisplayNames("en", { type: "region" });

/** "Berlin, Germany" for DE-BE, "Germany" for DE, the code itself where it has no name here. */
export function placeWords(code: string): string {
  const country = countryNames.of(code.slice(0, 2)) ?? code;
  if (code.length === 2) return country;
  const part = SUBDIVISIONS[code];
  return part === undefined ? code : `${part}, ${country}`;
}

/** "Berlin", or "Berlin + 2" where there are more. */
export function placesShort(codes: readonly string[]): string {
  const [first] = codes;
  if (first === undefined) return "";
  const name = SUBDIVISIONS[first] ?? placeWords(first);
  return codes.length === 1 ? name : `${name} + ${codes.length - 1}`;
}

/** Every place that can be chosen by name. */
export function allPlaces(): { value: string; label: string }[] {
  return [...COUNTRIES, ...Object.keys(SUBDIVISIONS)]
    .map((value) => ({ value, label: placeWords(value) }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
}
