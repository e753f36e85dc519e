/** Namespaces of HealthDCAT-AP release 8, and of the policies that say what use is permitted. */
export const ns = {
  adms: 'http://www.w3.org/ns/adms#',
  csvw: 'http://www.w3.org/ns/csvw#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geodcatap: 'http://data.europa.eu/930/',
  healthdcatap: 'http://healthdataportal.eu/ns/health#',
  locn: 'http://www.w3.org/ns/locn#',
  obo: 'http://purl.obolibrary.org/obo/',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  time: 'http://www.w3.org/2006/time#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export type Prefix = keyof typeof ns;
/** A property or class by its short name, such as `dct:title`. */
export type Name = `${Prefix}:${string}`;

export function iri(name: Name): string {
  const colon = name.indexOf(':');
  return ns[name.slice(0, colon) as Prefix] + name.slice(colon + 1);
}

/** Namespaces the health profile had before it settled; catalogues still write them. */
const oldHealthNamespaces = [
  'http://data.europa.eu/r5r/healthdcatap#',
  'http://healthdata.ehealth.eu/ns/health#',
  'https://healthdataportal.eu/ns/health#',
];

const healthProperties = [
  'analytics',
  'hasCodeValues',
  'hasCodingSystem',
  'hasStructuredData',
  'hasVariables',
  'hdab',
  'hdabCoordinator',
  'healthCategory',
  'healthTheme',
  'maxTypicalAge',
  'minTypicalAge',
  'numberOfRecords',
  'numberOfUniqueIndividuals',
  'populationCoverage',
  'publisherNote',
  'publisherType',
  'retentionPeriod',
  'trustedDataHolder',
];
const bySpelling = new Map(healthProperties.map((name) => [name.toLowerCase(), name]));

export interface ReadProperty {
  readonly iri: string;
  readonly oldNamespace?: string;
  /** The local name as written, where it is not quite a property's. */
  readonly misspelt?: string;
}

/**
 * A property as the profile names it. Real files write `healthdcatap:numberOfrecords:`
 * (Turtle allows the last colon as part of the name), and older namespaces.
 */
export function readProperty(written: string): ReadProperty {
  const oldNamespace = oldHealthNamespaces.find((each) => written.startsWith(each));
  const namespace = oldNamespace ?? (written.startsWith(ns.healthdcatap) ? ns.healthdcatap : undefined);
  if (namespace === undefined) return { iri: written };
  const local = written.slice(namespace.length);
  const known = bySpelling.get(local.replace(/:+$/, '').toLowerCase());
  return {
    iri: ns.healthdcatap + (known ?? local),
    ...(oldNamespace ? { oldNamespace } : {}),
    ...(known !== undefined && known !== local ? { misspelt: local } : {}),
  };
}

/** The last segment of an authority IRI: `…/access-right/NON_PUBLIC` → `NON_PUBLIC`. */
export const lastSegment = (value: string): string => value.replace(/\/+$/, '').split(/[/#]/).at(-1) ?? value;
