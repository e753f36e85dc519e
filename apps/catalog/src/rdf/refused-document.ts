/** A document that cannot be read at all. Nothing of it is imported. */
export class RefusedDocument extends Error {
  constructor(
    readonly code: 'malformed' | 'remote-context' | 'no-dataset' | 'too-many-datasets',
    readonly detail: { readonly fr: string; readonly en: string },
    /** Counted from 1, where the parser knows it. */
    readonly line?: number,
  ) {
    super(detail.en);
    this.name = 'RefusedDocument';
  }
}
