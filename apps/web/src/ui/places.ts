import { PLACE_NAMES as SUBDIVISIONS } from "@rubric/domain/region/names";

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
