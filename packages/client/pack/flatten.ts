/** What the router's emitted declarations name from elsewhere → what stands for it in the package. */
const NAMED: Readonly<Record<string, string>> = {
  'import("@trpc/server").TRPCBuiltRouter': "BuiltRouter",
  'import("@trpc/server").TRPCDecorateCreateRouterOptions': "Routes",
  'import("@trpc/server").TRPCQueryProcedure': "Query",
  'import("@trpc/server").TRPCMutationProcedure': "Command",
  'import("./declares.ts").Declares': "Declares",
  'import("./context.ts").Context': "unknown",
  'import("./meta.ts").Meta': "unknown",
  'import("./format-error.ts").ErrorShape': "unknown",
  'import("./error-table.ts").ErrorRow': "ErrorRow",
  'import("./error-table.ts").NoFacts': "NoFacts",
};

const HEAD = `type Parts = { input: unknown; output: unknown };
type Query<P extends Parts> = {
  _def: { type: "query"; $types: { input: P["input"]; output: P["output"] } };
};
type Command<P extends Parts> = {
  _def: { type: "mutation"; $types: { input: P["input"]; output: P["output"] } };
};
interface Declares<Code extends string> {
  readonly declares?: Code;
}
type Routes<R> = { [K in keyof R]: R[K] extends { _routes: infer Inner } ? Inner : R[K] };
type BuiltRouter<_Root, R> = { _routes: R };
type NoFacts = Record<string, never>;
type ErrorRow<Facts> = Facts;
`;

/** The emitted declarations that the API's types are flattened from. */
export type Emitted = {
  router: string;
  /** The declarations of one feature's router, by the name of its file. */
  routerOf: (feature: string) => string;
  errors: string;
  accessErrors: string;
};

/**
 * One declaration file that says what `api-types.ts` says and imports nothing. The compiler writes
 * inputs, outputs and facts out where they stand, so that only names are replaced; throws where the
 * declarations name something else.
 */
export function flatten({ router, routerOf, errors, accessErrors }: Emitted): string {
  const features = [...router.matchAll(FEATURE)].map(([, feature = ""]) => feature);
  const parts = [
    HEAD,
    ...features.map((feature) => {
      const own = routerOf(feature)
        .replace("declare const routes:", `export declare const ${routesOf(feature)}:`)
        .replaceAll('import("../', 'import("./');
      return declarationOf(routesOf(feature), own);
    }),
    declarationOf(
      "appRouter",
      router.replaceAll(FEATURE, (_, feature: string) => `typeof ${routesOf(feature)}`),
    ),
    declarationOf("ERRORS", errors),
    declarationOf("accessErrors", accessErrors),
    'export type Procedures = (typeof appRouter)["_routes"];',
    "export type Facts = typeof ERRORS & { INTERNAL: Record<string, never> };",
    "export type Code = keyof Facts;",
    'export type AlwaysPossible = keyof typeof accessErrors | "INTERNAL";',
    "",
  ];
  return parts.join("\n");
}

/** A feature's router, as the whole one names it. */
const FEATURE = /import\("\.\/routers\/([a-z-]+)\.ts"\)\.\w+/g;

/** What a feature's routes are called in the package: `checkInRoutes` for `check-in`. */
function routesOf(feature: string): string {
  return `${feature.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Routes`;
}

function declarationOf(name: string, text: string): string {
  const begins = `export declare const ${name}: `;
  const from = text.indexOf(begins);
  const ends = text.slice(from).search(/^\S*;$/m);
  if (from === -1 || ends === -1) throw new Error(`The declarations have no ${name}.`);
  const [last = ""] = /^\S*;$/m.exec(text.slice(from)) ?? [];
  const found = text.slice(from + "export ".length, from + ends + last.length);
  const replaced = Object.entries(NAMED).reduce(
    (all, [old, now]) => all.replaceAll(old, now),
    found,
  );
  const left = /import\("[^"]+"\)[.\w]*/.exec(replaced);
  if (left !== null) throw new Error(`${name} names ${left[0]}, which the package does not have.`);
  return replaced;
}
