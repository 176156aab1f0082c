// RDF quads in the shape rdf-canonize reads.
export interface ResourceTerm {
  readonly termType: 'NamedNode' | 'BlankNode' | 'DefaultGraph';
  readonly value: string;
}

export interface LiteralTerm {
  readonly termType: 'Literal';
  readonly value: string;
  readonly datatype: ResourceTerm;
  readonly language?: string;
  /** What it was written as in JSON: type of the scalar, and the datatype given for it. */
  readonly writtenAs: string;
}

export interface Quad {
  readonly subject: ResourceTerm;
  readonly predicate: ResourceTerm;
  readonly object: ResourceTerm | LiteralTerm;
  readonly graph: ResourceTerm;
}

export const DEFAULT_GRAPH: ResourceTerm = { termType: 'DefaultGraph', value: '' };
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';
export const namedNode = (value: string): ResourceTerm => ({ termType: 'NamedNode', value });

/** Quads of one document: a set, as a dataset is, with blank nodes named apart from those the document names itself. */
export class QuadSet {
  readonly quads: Quad[] = [];
  /** Something was met that is not compiled here: the quads do not count. */
  beyond = false;
  private readonly seen = new Map<string, string>();
  private readonly labels = new Map<string, ResourceTerm>();
  private blanks = 0;

  blankNode(): ResourceTerm {
    this.blanks += 1;
    return { termType: 'BlankNode', value: `b${this.blanks}` };
  }

  /** The node an absolute IRI or `_:label` names. */
  node(id: string): ResourceTerm {
    if (!id.startsWith('_:')) return namedNode(id);
    const known = this.labels.get(id) ?? this.blankNode();
    this.labels.set(id, known);
    return known;
  }

  add(subject: ResourceTerm, predicate: string, object: Quad['object'], graph: ResourceTerm): void {
    const key = [subject, object, graph].map(keyOf).join('\n') + `\n${predicate}`;
    const writtenAs = object.termType === 'Literal' ? object.writtenAs : '';
    const known = this.seen.get(key);
    if (known !== undefined) {
      // jsonld keeps `true` and "true" of one datatype apart, though they are one literal: its answer counts.
      if (known !== writtenAs) this.beyond = true;
      return;
    }
    this.seen.set(key, writtenAs);
    this.quads.push({ subject, predicate: namedNode(predicate), object, graph });
  }
}

function keyOf(term: Quad['object']): string {
  if (term.termType !== 'Literal') return `${term.termType} ${term.value}`;
  return JSON.stringify([term.value, term.datatype.value, term.language ?? '']);
}
