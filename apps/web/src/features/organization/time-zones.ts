const regions = [
  "Europe",
  "America",
  "Asia",
  "Africa",
  "Australia",
  "Pacific",
  "Atlantic",
] as const;

/** Every time zone that this browser knows by name, grouped by its first part for a select. */
export function timeZoneChoices(): { group: string; items: { value: string; label: string }[] }[] {
  const all = ["UTC", ...Intl.supportedValuesOf("timeZone")];
  const item = (value: string) => ({
    value,
    label: value.replace(/^[^/]+\//, "").replaceAll("_", " "),
  });
  const within = (region: string) => all.filter((zone) => zone.startsWith(`${region}/`)).map(item);
  const rest = all.filter((zone) => !regions.some((region) => zone.startsWith(`${region}/`)));
  return [
    { group: "Everywhere", items: [...new Set(rest)].map((value) => ({ value, label: value })) },
    ...regions.map((region) => ({ group: region, items: within(region) })),
  ];
}

/** The time zone that this browser is in. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
