// Reads one source file into the facts that the rules are about. Of a component: its scripts; its styles do not count.
import ts from 'typescript';

export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

export interface Func {
  readonly name: string;
  readonly line: number;
  /** Its lines without those of the named functions inside it. */
  readonly lines: number;
}

export interface Source {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Lines, of a component without its style block. */
  readonly lines: number;
  /** The code without comments and strings' insides, for finding forbidden words. */
  readonly code: string;
  /** Names that the file uses and does not declare: what it takes from its surroundings. */
  readonly globals: ReadonlySet<string>;
  readonly imports: readonly Import[];
  readonly functions: readonly Func[];
  /** Line numbers of `any`, of `!` after a value, and of `as` other than `as const`. */
  readonly anys: readonly number[];
  readonly nonNulls: readonly number[];
  readonly casts: readonly number[];
  readonly defaultExports: readonly number[];
}

export function readSource(path: string, text: string): Source {
  const script = path.endsWith('.svelte') ? scriptsOf(text) : text;
  const file = ts.createSourceFile(`${path}.ts`, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  const imports: Import[] = [];
  const functions: Func[] = [];
  const [anys, nonNulls, casts, defaultExports]: number[][] = [[], [], [], []];
  const names = { used: new Set<string>(), declared: new Set<string>() };
  const visit = (node: ts.Node): void => {
    noteName(node, names);
    imports.push(...importsOf(node));
    const name = nameOfFunction(node);
    if (name !== null) functions.push({ name, line: lineOf(node), lines: ownLines(node, file) });
    if (node.kind === ts.SyntaxKind.AnyKeyword) anys?.push(lineOf(node));
    if (ts.isNonNullExpression(node)) nonNulls?.push(lineOf(node));
    if (ts.isAsExpression(node) && node.type.getText(file) !== 'const') casts?.push(lineOf(node));
    if (isDefaultExport(node)) defaultExports?.push(lineOf(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {
    path,
    text,
    lines: countLines(path.endsWith('.svelte') ? text.replace(/<style[^>]*>[^]*?<\/style>/g, '') : text),
    code: withoutCommentsAndStrings(script),
    globals: new Set([...names.used].filter((name) => !names.declared.has(name))),
    imports,
    functions,
    anys: anys ?? [],
    nonNulls: nonNulls ?? [],
    casts: casts ?? [],
    defaultExports: defaultExports ?? [],
  };
}

/** The scripts of a component at the lines where they stand. */
function scriptsOf(text: string): string {
  let script = '';
  for (const match of text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)) {
    const start = match.index + match[0].indexOf('>') + 1;
    script = script.padEnd(script.length);
    script += text.slice(script.length, start).replace(/[^\n]/g, ' ') + (match[1] ?? '');
  }
  return script;
}

/** A name is declared, used as a value, or (as a property or a label) neither. */
function noteName(node: ts.Node, names: { used: Set<string>; declared: Set<string> }): void {
  if (!ts.isIdentifier(node)) return;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
  if ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) return;
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isFunctionDeclaration(parent);
  if (declares && parent.name === node) names.declared.add(node.text);
  else names.used.add(node.text);
}

function importsOf(node: ts.Node): Import[] {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const named =
      clause?.namedBindings !== undefined && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings : null;
    const allTypes =
      named !== null && clause?.name === undefined && named.elements.every(({ isTypeOnly }) => isTypeOnly);
    const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (allTypes && named.elements.length > 0);
    return [{ from: node.moduleSpecifier.text, typeOnly }];
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    return [{ from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly }];
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [from] = node.arguments;
    return from !== undefined && ts.isStringLiteral(from) ? [{ from: from.text, typeOnly: false }] : [];
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return [{ from: node.argument.literal.text, typeOnly: true }];
  }
  return [];
}

/** A function's name: its own, or that of what it is assigned to. Null for a callback, which belongs to its surroundings. */
function nameOfFunction(node: ts.Node): string | null {
  if (ts.isFunctionDeclaration(node)) return node.body === undefined ? null : (node.name?.text ?? 'default');
  if (ts.isMethodDeclaration(node) || ts.isAccessor(node)) return node.body === undefined ? null : node.name.getText();
  if (ts.isConstructorDeclaration(node)) return node.body === undefined ? null : 'constructor';
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return null;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) {
    return parent.name.getText();
  }
  return null;
}

function span(node: ts.Node, file: ts.SourceFile): number {
  const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
  return file.getLineAndCharacterOfPosition(node.end).line - first + 1;
}

function ownLines(node: ts.Node, file: ts.SourceFile): number {
  let lines = span(node, file);
  const subtract = (inner: ts.Node): void => {
    if (nameOfFunction(inner) === null) ts.forEachChild(inner, subtract);
    else lines -= span(inner, file);
  };
  ts.forEachChild(node, subtract);
  return lines;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

function countLines(text: string): number {
  return text.trimEnd().split('\n').length;
}

/** Comments and the insides of strings become blanks, so that a word in a sentence is not taken for code. */
function withoutCommentsAndStrings(text: string): string {
  return text
    .replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}
