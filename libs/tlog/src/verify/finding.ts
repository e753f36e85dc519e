/** An exported log, by the paths of C2SP tlog-tiles: `checkpoint`, `tile/…`, `tile/entries/…`. */
export interface LogFiles {
  /** @returns undefined when there is no such file */
  read(path: string): Promise<Uint8Array | undefined>;
}

export type FindingKind =
  | 'checkpoint-missing'
  | 'checkpoint-malformed'
  | 'checkpoint-forged'
  /** Neither the entries nor the tiles lead to the signed root. */
  | 'tree-rewritten'
  | 'tile-missing'
  | 'tile-truncated'
  | 'tile-altered'
  /** Entries and their tile agree with each other, not with the tree above. */
  | 'subtree-rewritten'
  | 'entries-missing'
  | 'entries-truncated'
  | 'entry-altered'
  | 'entry-missing'
  | 'entry-added'
  | 'entry-moved';

/** One place where the log is not what was signed. */
export interface Finding {
  readonly kind: FindingKind;
  /** The file to look at. */
  readonly path: string;
  /** First entry concerned, where entries are. */
  readonly index?: number;
  /** Last entry concerned, when there are several in a row. */
  readonly lastIndex?: number;
  /** One sentence for a person. */
  readonly detail: string;
}
