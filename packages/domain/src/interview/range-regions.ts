type Demand = { region: string; from: string };

/**
 * Where a candidate must know the pay range before the interview, by ISO 3166 code and first day.
 * Thresholds on the employer's size are left out: the range is shown to one candidate too many
 * rather than to one too few. EU members stand here from their own transposition of 2023/970.
 */
const RANGE_DEMANDED: readonly Demand[] = [
  { region: "US-CO", from: "2021-01-01" },
  { region: "US-CA", from: "2023-01-01" },
  { region: "US-WA", from: "2023-01-01" },
  { region: "US-NY", from: "2023-09-17" },
  { region: "US-HI", from: "2024-01-01" },
  { region: "US-DC", from: "2024-06-30" },
  { region: "US-MD", from: "2024-10-01" },
  { region: "US-IL", from: "2025-01-01" },
  { region: "US-MN", from: "2025-01-01" },
  { region: "US-NJ", from: "2025-06-01" },
  { region: "US-VT", from: "2025-07-01" },
  { region: "US-MA", from: "2025-10-29" },
  { region: "US-ME", from: "2026-01-01" },
  { region: "US-DE", from: "2027-09-26" },
  { region: "CA-BC", from: "2023-11-01" },
  { region: "CA-ON", from: "2026-01-01" },
  { region: "PL", from: "2025-12-24" },
  { region: "IT", from: "2026-06-07" },
  { region: "LT", from: "2026-06-07" },
  { region: "MT", from: "2026-06-07" },
  { region: "SK", from: "2026-06-07" },
  { region: "DK", from: "2027-01-01" },
  { region: "NL", from: "2027-01-01" },
];

/** Whether one of these places demands on a day that the invitation carries the pay range (law 8). */
export function demandsRange(locations: readonly string[], at: Date): boolean {
  const day = at.toISOString().slice(0, 10);
  return RANGE_DEMANDED.some(
    ({ region, from }) =>
      from <= day && locations.some((one) => one === region || one.startsWith(`${region}-`)),
  );
}
