/** Which cases of a version a page shows. */
export type CasesShown = { versionId: string; from: "trial" | "shadow"; cursor: string | null };

type Params = Record<string, string | string[] | undefined>;

/** What an address asks for. */
export function casesAt(versionId: string, params: Params): CasesShown {
  const { from, cursor } = params;
  return {
    versionId,
    from: from === "shadow" ? "shadow" : "trial",
    cursor: typeof cursor === "string" ? cursor : null,
  };
}
