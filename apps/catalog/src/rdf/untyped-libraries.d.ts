/** The parts of n3 and jsonld that the catalogue uses; neither ships its types. */
declare module 'n3' {
  interface N3Term {
    readonly termType: string;
    readonly value: string;
    readonly language?: string;
  }
  interface N3Quad {
    readonly subject: N3Term;
    readonly predicate: N3Term;
    readonly object: N3Term;
  }
  export class Parser {
    constructor(options?: { format?: string; baseIRI?: string });
    parse(input: string): N3Quad[];
  }
  export class Writer {
    constructor(options?: { format?: string; prefixes?: Readonly<Record<string, string>> });
    addQuads(quads: readonly unknown[]): void;
    end(done: (error: Error | null, result: string) => void): void;
  }
  export const DataFactory: {
    namedNode(value: string): N3Term;
    blankNode(name?: string): N3Term;
    literal(value: string, languageOrDatatype?: string | N3Term): N3Term;
    quad(subject: N3Term, predicate: N3Term, object: N3Term): N3Quad;
  };
}

declare module 'jsonld' {
  type Loader = (address: string) => Promise<never>;
  const jsonld: {
    toRDF(document: unknown, options: { documentLoader: Loader }): Promise<unknown>;
  };
  export default jsonld;
}
