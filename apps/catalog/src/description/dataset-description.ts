import type { TextLists, Texts } from './texts.js';

/** A dataset's description in HealthDCAT-AP's terms, free of RDF: one shape for Turtle, JSON-LD and JSON. */
export interface DatasetDescription {
  /** `dct:identifier`; an IRI where the source gave only that. Unique within its holder. */
  readonly identifier: string;
  readonly title: Texts;
  readonly alternative: Texts;
  readonly description: Texts;
  /** Absent where the source gives none, or one outside the authority list. */
  readonly accessRights?: AccessRight;
  readonly publisher?: Agent;
  /** `geodcatap:custodian`: the data holder as the description names it. */
  readonly custodian?: Agent;
  readonly hdab?: Agent;
  readonly contacts: readonly Contact[];
  readonly healthCategories: readonly Concept[];
  readonly healthThemes: readonly Concept[];
  readonly themes: readonly Concept[];
  readonly types: readonly Concept[];
  readonly codingSystems: readonly Concept[];
  readonly keywords: TextLists;
  readonly codeValues: readonly string[];
  readonly legislation: readonly string[];
  readonly legalBases: readonly Concept[];
  readonly purposes: readonly Concept[];
  readonly personalData: readonly Concept[];
  readonly provenance: Texts;
  readonly populationCoverage: Texts;
  readonly spatial: readonly Concept[];
  readonly temporal: readonly Period[];
  readonly retention?: Period;
  readonly languages: readonly string[];
  readonly numberOfRecords?: number;
  readonly numberOfUniqueIndividuals?: number;
  readonly minTypicalAge?: number;
  readonly maxTypicalAge?: number;
  /** `healthdcatap:hasStructuredData`; absent where the source does not say. */
  readonly structured?: boolean;
  /** What use the holder permits, in terms of the GA4GH Data Use Ontology. */
  readonly dataUse?: readonly DataUseCode[];
  readonly frequency?: string;
  readonly issued?: string;
  readonly modified?: string;
  readonly landingPages: readonly string[];
  readonly pages: readonly string[];
  readonly conformsTo: readonly Concept[];
  readonly distributions: readonly Distribution[];
  readonly samples: readonly Distribution[];
  readonly analytics: readonly Distribution[];
  readonly tables: readonly Table[];
}

export const accessRights = ['PUBLIC', 'RESTRICTED', 'NON_PUBLIC'] as const;
export type AccessRight = (typeof accessRights)[number];

/** One term, `DUO:0000042`, with what some terms need beside them. */
export interface DataUseCode {
  readonly code: string;
  readonly diseases?: readonly string[];
  /** ISO 3166-1, two letters. */
  readonly countries?: readonly string[];
  /** Organisations of the directory. */
  readonly institutions?: readonly string[];
  readonly months?: number;
}

/** A value of a code list: its IRI, or only a label where the source gave no IRI. */
export interface Concept {
  readonly uri?: string;
  readonly label: Texts;
}

export interface Agent {
  readonly uri?: string;
  readonly name: Texts;
  readonly email?: string;
  readonly homepage?: string;
  readonly type?: string;
  readonly note?: Texts;
}

export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly url?: string;
}

/** Both ends inclusive; ISO dates as the source wrote them; either may be open. */
export interface Period {
  readonly start?: string;
  readonly end?: string;
}

export interface Distribution {
  readonly uri?: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly accessUrls: readonly string[];
  readonly downloadUrls: readonly string[];
  readonly format?: string;
  readonly mediaType?: string;
  readonly license?: string;
  readonly rights: Texts;
  readonly legislation: readonly string[];
  readonly byteSize?: number;
}

export interface Table {
  /** Unique within its dataset; what a basket and a permit refer to. */
  readonly name: string;
  readonly title: Texts;
  readonly keywords: TextLists;
  readonly url?: string;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly variables: readonly Variable[];
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
  /** What `target` names: another table (of this or another dataset) or a code list. */
  readonly to: 'table' | 'code-list';
}

export interface Variable {
  /** The column's name in the data; unique within its table. */
  readonly name: string;
  readonly label: Texts;
  readonly description: Texts;
  readonly type: string;
  readonly format?: string;
  /** As the source writes it: `11,2` is eleven digits, two of them decimals. */
  readonly length?: string;
  readonly codeList?: CodeListReference;
  readonly required: boolean;
  /** The column identifies a person (in pseudonymised form): workspaces replace it, exports never carry it. */
  readonly personalKey: boolean;
  readonly propertyUrl?: string;
  /** Year the variable appeared, and where it ended, the year it did. */
  readonly created?: string;
  readonly deleted?: string;
  readonly note?: string;
}

export interface CodeListReference {
  readonly name: string;
  readonly column?: string;
}
