import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** Something named at the top of a module: `offer/rules.ts#whyNotSend`. */
export type Named = string;

type Use = {
  name: string;
  at: number;
  /** Inside the call of `refuseIf`, which throws what the rule says. */
  thrown: boolean;
};
type Said = { by: "deny" | "refuse"; code: string; at: number };
type Span = { start: number; end: number };
type Module = {
  /** What is declared at the top of it, exported or not. */
  declared: ReadonlyMap<string, Span>;
  exported: ReadonlySet<string>;
  /** Local name → where it was imported or exported from, and as what. */
  bound: ReadonlyMap<string, { from: string; name: string }>;
  uses: readonly Use[];
  said: readonly Said[];
  texts: readonly { text: string; at: number }[];
};

/**
 * Who names whom among the declarations at the top of modules, read from the source. Its limits: a
 * local name that hides one of the module's is taken for it, so it may see a way too many; it sees
 * none through a method of an object that another module made, nor through a computed name.
 */
export class SourceGraph {
  readonly #root: string;
  readonly #modules = new Map<string, Module>();

  /** `root` is the folder of the domain's source; modules are named from there. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The module of a path from the root, such as `offer/rules.ts`. */
  module(path: string): Module {
    const known = this.#modules.get(path);
    if (known !== undefined) return known;
    const read = readModule(readFileSync(join(this.#root, path), "utf8"), path);
    this.#modules.set(path, read);
    return read;
  }

  /** What a name in a module stands for, by imports and re-exports; null if it is none of ours. */
  resolve(path: string, name: string): Named | null {
    const { declared, bound } = this.module(path);
    if (declared.has(name)) return `${path}#${name}`;
    const from = bound.get(name);
    const file = from && fileOf(path, from.from);
    return from === undefined || file == null ? null : this.resolve(file, from.name);
  }

  /** What one declaration names, once for each place; `thrown`: only in the call of `refuseIf`. */
  namedBy(named: Named, { thrown = false } = {}): Named[] {
    const [path, span] = this.#at(named);
    return this.module(path)
      .uses.filter((use) => within(use.at, span) && (use.thrown || !thrown))
      .map((use) => this.resolve(path, use.name))
      .filter((one) => one !== null && one !== named)
      .filter((one) => one !== null);
  }

  /** Everything that some declarations reach, themselves among it; nothing by way of `not`. */
  reach(from: readonly Named[], not: ReadonlySet<Named> = new Set()): ReadonlySet<Named> {
    const seen = new Set(from);
    for (const one of seen) {
      if (!not.has(one)) for (const next of this.namedBy(one)) seen.add(next);
    }
    return seen;
  }

  /** The codes that a declaration itself denies or refuses with. */
  codesOf(named: Named, by: Said["by"]): string[] {
    const [path, span] = this.#at(named);
    return this.module(path)
      .said.filter((one) => one.by === by && within(one.at, span))
      .map((one) => one.code);
  }

  #at(named: Named): [string, Span] {
    const [path = "", name = ""] = named.split("#");
    const span = this.module(path).declared.get(name);
    if (span === undefined) throw new Error(`There is no ${named}.`);
    return [path, span];
  }
}

/** Whether a place lies in a part of a source. */
export function within(at: number, { start, end }: Span): boolean {
  return start <= at && at < end;
}

const DOMAIN = "@rubric/domain/";

/** The file that an import leads to, from the root; null if it is none of the domain's. */
export function fileOf(importer: string, specifier: string): string | null {
  if (specifier.startsWith(".")) {
    const file = join(dirname(importer), specifier);
    return file.endsWith(".ts") ? file : null;
  }
  if (!specifier.startsWith(DOMAIN)) return null;
  const entry = specifier.slice(DOMAIN.length);
  if (entry.includes("/")) return `${entry}.ts`;
  return `${entry}/index.ts`;
}

/** Reads what a module declares, binds and names. */
export function readModule(source: string, path: string): Module {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} is no TypeScript.`);
  const declared = new Map<string, Span>();
  const exported = new Set<string>();
  const bound = new Map<string, { from: string; name: string }>();
  const uses: Use[] = [];
  const said: Said[] = [];
  const texts: { text: string; at: number }[] = [];
  const notNames = new Set<number>();
  const throwing: Span[] = [];

  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration") {
      for (const one of statement.specifiers) {
        if (one.type !== "ImportSpecifier" || one.imported.type !== "Identifier") continue;
        const name = one.imported.name;
        bound.set(one.local.name, { from: statement.source.value, name });
      }
      continue;
    }
    const exports = statement.type === "ExportNamedDeclaration";
    if (exports && statement.source !== null) {
      for (const { local, exported: as } of statement.specifiers) {
        if (local.type !== "Identifier" || as.type !== "Identifier") continue;
        bound.set(as.name, { from: statement.source.value, name: local.name });
      }
      continue;
    }
    const declaration = exports ? statement.declaration : statement;
    for (const name of namesOf(declaration)) {
      declared.set(name, statement);
      if (exports) exported.add(name);
    }
  }

  new Visitor({
    MemberExpression(node) {
      if (!node.computed) notNames.add(node.property.start);
    },
    Property(node) {
      if (!node.shorthand && !node.computed) notNames.add(node.key.start);
    },
    CallExpression(node) {
      if (node.callee.type !== "Identifier") return;
      const { name } = node.callee;
      if (name === "refuseIf") throwing.push(node);
      const [code] = node.arguments;
      if ((name === "deny" || name === "refuse") && code?.type === "Literal") {
        said.push({ by: name, code: String(code.value), at: node.start });
      }
    },
    Literal(node) {
      if (typeof node.value === "string") texts.push({ text: node.value, at: node.start });
    },
    Identifier({ name, start }) {
      if (notNames.has(start)) return;
      uses.push({ name, at: start, thrown: throwing.some((span) => within(start, span)) });
    },
  }).visit(program);
  return { declared, exported, bound, uses, said, texts };
}

type Statement = ReturnType<typeof parseSync>["program"]["body"][number];

function namesOf(declaration: Statement | null | object): string[] {
  if (declaration === null || !("type" in declaration)) return [];
  if (declaration.type === "VariableDeclaration" && "declarations" in declaration) {
    return declaration.declarations.flatMap(({ id }) =>
      id.type === "Identifier" ? [id.name] : [],
    );
  }
  const named =
    declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration";
  return named && "id" in declaration && declaration.id !== null ? [declaration.id.name] : [];
}
