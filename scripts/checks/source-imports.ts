import { dirname, join, normalize } from "node:path";
import ts from "typescript";

/** One import of a source file. */
export interface Import {
  /** A file's path within the repository, or a package's name as it is written. */
  readonly from: string;
  readonly isPackage: boolean;
  /** The names brought in under their own names; types are not among them. `*`: all of it. */
  readonly values: readonly string[];
}

/** What the source file at `path` brings in: by import, by export … from, by import(). */
export function importsOf(path: string, source: string): Import[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, false, kindOf(path));
  const clauses = file.statements.flatMap((statement) => {
    const isClause = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    const specifier = isClause ? statement.moduleSpecifier : undefined;
    if (!isClause || !specifier || !ts.isStringLiteral(specifier)) return [];
    return [importOf(path, specifier.text, valuesOf(statement))];
  });
  const dynamic = [...source.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)];
  return [...clauses, ...dynamic.map((found) => importOf(path, found[1] ?? "", ["*"]))];
}

function kindOf(path: string): ts.ScriptKind {
  return path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

function importOf(path: string, specifier: string, values: readonly string[]): Import {
  const isPackage = !specifier.startsWith(".");
  return { from: isPackage ? specifier : normalize(join(dirname(path), specifier)), isPackage, values };
}

function valuesOf(clause: ts.ImportDeclaration | ts.ExportDeclaration): string[] {
  if (ts.isExportDeclaration(clause)) {
    if (clause.isTypeOnly) return [];
    return clause.exportClause && ts.isNamedExports(clause.exportClause)
      ? named(clause.exportClause.elements)
      : ["*"];
  }
  const brought = clause.importClause;
  if (!brought || brought.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const bindings = brought.namedBindings;
  const names = bindings ? (ts.isNamedImports(bindings) ? named(bindings.elements) : ["*"]) : [];
  return brought.name ? ["default", ...names] : names;
}

function named(elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): string[] {
  return elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text);
}
