/** A code list (nomenclature): the values that a variable may take, with their labels. */
export interface CodeList {
  /** Unique within its holder; what variables refer to. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly codeColumn: string;
  readonly codes: readonly Code[];
}

/** A code may stand several times where its list's key has more columns (a commune is a code within a department). */
export interface Code {
  readonly code: string;
  readonly label: string;
  /** The whole row, in the order of `columns`. */
  readonly cells: readonly string[];
}
