import { readFileSync } from 'node:fs';
import { canonicalJson } from '../description/canonical.js';
import { completeness, isPublishable } from '../description/completeness.js';
import type { DatasetDescription } from '../description/dataset-description.js';
import { parseJsonLd } from './parse-jsonld.js';
import { parseTurtle } from './parse-turtle.js';
import { readDatasets, sharedIdentifiers } from './read-dataset.js';
import { RefusedDocument } from './refused-document.js';
import { asJsonLd, asTurtle } from './serialise.js';
import { datasetTriples } from './write-dataset.js';

const registry = readFileSync(new URL('../../../test/fixtures/registry.ttl', import.meta.url), 'utf8');
const read = (turtle: string) => readDatasets(parseTurtle(turtle))[0]!;
const prefixes = registry.slice(0, registry.indexOf('<https://example.org/dataset'));
const codes = (findings: readonly { code: string; property?: string }[]) =>
  findings.map(({ code, property }) => [code, property].filter(Boolean).join(' '));

describe('a dataset in Turtle', () => {
  it('becomes a description with texts per language, agents, numbers and tables', () => {
    const { description, findings } = read(registry);
    expect(findings).toEqual([]);
    expect(description).toMatchObject({
      identifier: 'diabetes-registry',
      title: { fr: "Registre du diabète de l'enfant", en: 'Childhood diabetes registry' },
      keywords: { fr: ['insuline'], en: ['insulin'] },
      accessRights: 'NON_PUBLIC',
      custodian: { name: { fr: "CHU de l'exemple" } },
      publisher: { email: 'registre@example.org' },
      contacts: [{ name: 'Data office', email: 'data@example.org' }],
      temporal: [{ start: '2010-01-01', end: '2024-12-31' }],
      numberOfUniqueIndividuals: 31877,
      minTypicalAge: 0,
      structured: true,
    });
    expect(description.tables[0]?.variables.map(({ name, personalKey }) => [name, personalKey])).toEqual([
      ['PERSON_KEY', true],
      ['HBA1C', false],
      ['DIAGNOSIS_DATE', false],
    ]);
  });

  it('says the same whatever order the file has', () => {
    const shuffled = registry.replace('"insuline"@fr, "insulin"@en', '"insulin"@en, "insuline"@fr');
    expect(canonicalJson(read(shuffled).description)).toBe(canonicalJson(read(registry).description));
  });

  it('comes back from our own Turtle and JSON-LD unchanged', async () => {
    const { description } = read(registry);
    const triples = datasetTriples('urn:uuid:00000000-0000-8000-8000-000000000000', description);
    const [fromTurtle] = readDatasets(parseTurtle(asTurtle(triples)));
    const [fromJsonLd] = readDatasets(await parseJsonLd(JSON.stringify(asJsonLd(triples))));
    expect(canonicalJson(fromTurtle?.description)).toBe(canonicalJson(description));
    expect(canonicalJson(fromJsonLd?.description)).toBe(canonicalJson(description));
  });

  it('stays valid Turtle even where an address has characters that no IRI may have', () => {
    const description: DatasetDescription = {
      ...read(registry).description,
      landingPages: ['https://example.org/a b>c'],
    };
    const [again] = readDatasets(parseTurtle(asTurtle(datasetTriples('urn:x:y', description))));
    expect(again?.description.landingPages).toEqual(['https://example.org/a%20b%3Ec']);
  });
});

describe('the data use of a dataset', () => {
  const dataUse = [
    { code: 'DUO:0000007', diseases: ['ICD10:E10', 'MONDO:0005147'] },
    { code: 'DUO:0000021' },
    { code: 'DUO:0000022', countries: ['BE', 'FR'] },
    { code: 'DUO:0000025', months: 24 },
    { code: 'DUO:0000028', institutions: ['inserm'] },
  ];
  const under = (policies: string) => {
    const { description, findings } = read(`${prefixes}
      @prefix odrl: <http://www.w3.org/ns/odrl/2/> . @prefix obo: <http://purl.obolibrary.org/obo/> .
      <https://example.org/d> a dcat:Dataset ; dct:identifier "d" ; odrl:hasPolicy ${policies} .`);
    return { dataUse: description.dataUse, findings: codes(findings) };
  };

  it('comes back from our own Turtle and JSON-LD unchanged', async () => {
    const triples = datasetTriples('urn:x:y', { ...read(registry).description, dataUse });
    const [fromTurtle] = readDatasets(parseTurtle(asTurtle(triples)));
    const [fromJsonLd] = readDatasets(await parseJsonLd(JSON.stringify(asJsonLd(triples))));
    expect(fromTurtle).toMatchObject({ description: { dataUse }, findings: [] });
    expect(fromJsonLd).toMatchObject({ description: { dataUse }, findings: [] });
    expect(read(registry).description).not.toHaveProperty('dataUse');
  });
  it('is read from offers with several terms, from policies of DUODRL and from bare terms', () => {
    const permission = (left: string, right: string) =>
      `odrl:permission [ odrl:constraint [ odrl:leftOperand odrl:${left} ; odrl:rightOperand ${right} ] ]`;
    expect(
      under(`[ a odrl:Offer ; dct:source <https://w3id.org/duodrl#DUO_0000042>, obo:DUO_0000025 ;
        ${permission('elapsedTime', '"P1Y6M"')} ; ${permission('spatial', '"FR"')} ], obo:DUO_0000045`),
    ).toEqual({
      dataUse: [{ code: 'DUO:0000025', months: 18 }, { code: 'DUO:0000042' }, { code: 'DUO:0000045' }],
      findings: [],
    });
  });
  it('leaves out what it cannot read, and says so', () => {
    expect(
      under(`[ dct:source obo:DUO_0000022 ; odrl:permission [ odrl:constraint [
        odrl:leftOperand odrl:spatial ; odrl:rightOperand "Europe", "FR" ] ] ], <https://example.org/terms>`),
    ).toEqual({
      dataUse: [{ code: 'DUO:0000022', countries: ['FR'] }],
      findings: ['unreadable-value odrl:hasPolicy', 'unreadable-value odrl:hasPolicy'],
    });
    expect(under('<https://example.org/terms>').dataUse).toBeUndefined();
  });
});

describe('older and careless forms', () => {
  it('reads an old namespace and misspelt properties, and says so', () => {
    const old = registry
      .replace('http://healthdataportal.eu/ns/health#', 'http://data.europa.eu/r5r/healthdcatap#')
      .replace('healthdcatap:numberOfRecords', 'healthdcatap:numberOfrecords:');
    const { description, findings } = read(old);
    expect(description.numberOfRecords).toBe(48210);
    expect(codes(findings)).toEqual(['old-namespace', 'misspelt-property healthdcatap:numberOfRecords']);
  });

  it('reads release 5: publisher type on the dataset, trusted holder, variables on the sample, csvw:titles', () => {
    const { description, findings } = read(`${prefixes}
      <https://example.org/d> a dcat:Dataset ; dct:identifier "d" ;
        dct:publisher [ a foaf:Agent ; foaf:name "Hôpital" ] ;
        healthdcatap:publisherType <https://example.org/hospital> ;
        healthdcatap:trustedDataHolder true ;
        adms:sample <https://example.org/sample> .
      <https://example.org/sample> a dcat:Distribution ; csvw:table [ a csvw:Table ; dct:title "Sample" ;
        csvw:column [ a csvw:Column ; csvw:name "SEX" ; csvw:titles "Sexe"@fr ] ] .`);
    expect(description.publisher).toMatchObject({ type: 'https://example.org/hospital' });
    expect(description.custodian).toMatchObject({ name: { und: 'Hôpital' } });
    expect(description.tables).toMatchObject([{ name: 'Sample', variables: [{ name: 'SEX', label: { fr: 'Sexe' } }] }]);
    expect(codes(findings)).toEqual([
      'structured-assumed',
      'older-form dct:publisher',
      'older-form geodcatap:custodian',
      'older-form healthdcatap:hasVariables',
      'older-form csvw:title',
    ]);
  });

  it('leaves out a number that is none, keeps the first of two columns of one name', () => {
    const { description, findings } = read(
      registry.replace('"48210"^^xsd:nonNegativeInteger', '"many"').replace('"HBA1C"', '"PERSON_KEY"'),
    );
    expect(description.numberOfRecords).toBeUndefined();
    expect(description.tables[0]?.variables).toHaveLength(2);
    expect(codes(findings)).toEqual(['unreadable-value healthdcatap:numberOfRecords', 'duplicate-name']);
  });
});

describe('what an access right makes mandatory', () => {
  const bare = (right: string) =>
    completeness(read(`${prefixes}<urn:d> a dcat:Dataset ; dct:accessRights <https://x/${right}> .`).description);
  const base = [
    'dct:title',
    'dct:description',
    'dcatap:applicableLegislation',
    'dcat:distribution',
    'dcat:theme',
    'healthdcatap:hdab',
    'healthdcatap:healthCategory',
    'healthdcatap:hasStructuredData',
  ];

  it('is listed all at once, and more of it for data that is not public', () => {
    expect(bare('PUBLIC').map((each) => each.property)).toEqual(base);
    expect(bare('RESTRICTED').map((each) => each.property)).toEqual(base);
    expect(bare('NON_PUBLIC').map((each) => each.property)).toEqual([
      ...base,
      'dcat:keyword',
      'dcat:contactPoint',
      'dct:type',
      'dct:provenance',
    ]);
  });

  it('is the strictest list where the access right is unknown, which blocks as well', () => {
    const { description, findings } = read(`${prefixes}<urn:d> a dcat:Dataset ; dct:accessRights <https://x/SECRET> .`);
    expect(codes(findings)).toContain('unknown-value dct:accessRights');
    expect(completeness(description).map((each) => each.property)).toContain('dct:provenance');
  });

  it('is met by the complete example, and not where two access rights are given', () => {
    expect(isPublishable(completeness(read(registry).description))).toBe(true);
    const two = registry.replace(
      'access-right/NON_PUBLIC>',
      'access-right/NON_PUBLIC>, <http://publications.europa.eu/resource/authority/access-right/PUBLIC>',
    );
    expect(isPublishable(read(two).findings)).toBe(false);
  });

  it('asks each distribution for its address and its law', () => {
    const without = registry.replace(/;\s+dcatap:applicableLegislation <[^>]+>\s+\] \./, '] .');
    expect(codes(completeness(read(without).description))).toEqual(['missing-property dcatap:applicableLegislation']);
  });

  it('warns where no column identifies a person, without blocking', () => {
    const without = registry.replace(' ; dpv:hasPersonalData <https://w3id.org/dpv/dpv-pd#UID>', '');
    const findings = completeness(read(without).description);
    expect(codes(findings)).toEqual(['no-personal-key']);
    expect(isPublishable(findings)).toBe(true);
  });
});

describe('documents that cannot be read', () => {
  const refusal = async (work: () => unknown): Promise<RefusedDocument> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof RefusedDocument) return error;
    }
    throw new Error('was not refused');
  };

  it('are refused with line and reason', async () => {
    const turtle = await refusal(() => parseTurtle('<urn:a> <urn:b> "c" .\n\n<urn:a> <urn:b> .'));
    expect(turtle).toMatchObject({
      code: 'malformed',
      line: 3,
      detail: { en: expect.stringMatching(/^Not valid Turtle, line 3: /) },
    });
    const json = await refusal(() => parseJsonLd('{\n "@id": oops }'));
    expect(json).toMatchObject({ code: 'malformed' });
    expect((await refusal(() => readDatasets(parseTurtle('<urn:a> <urn:b> <urn:c> .')))).code).toBe('no-dataset');
  });

  it('never make the hub fetch a context, wherever it hides', async () => {
    const remote = 'https://example.org/context.jsonld';
    for (const context of [remote, [{ a: 'urn:a' }, remote], { '@import': remote, '@version': 1.1 }]) {
      const refused = await refusal(() =>
        parseJsonLd(JSON.stringify({ '@context': context, '@id': 'urn:d', title: 'x' })),
      );
      expect(refused).toMatchObject({ code: 'remote-context', detail: { en: expect.stringContaining(remote) } });
    }
  });

  it('take an inline context, even with terms that JSON-LD forbids', async () => {
    const document = {
      '@context': {
        'Xsd:dateTime': 'http://www.w3.org/2001/XMLSchema#dateTime',
        Dataset: 'http://www.w3.org/ns/dcat#Dataset',
        title: { '@id': 'http://purl.org/dc/terms/title', '@container': '@language' },
      },
      '@id': 'https://example.org/d',
      '@type': 'Dataset',
      title: { fr: 'Cohorte', en: 'Cohort' },
    };
    expect(readDatasets(await parseJsonLd(JSON.stringify(document)))[0]?.description.title).toEqual({
      fr: 'Cohorte',
      en: 'Cohort',
    });
  });

  it('name identifiers that two datasets share', () => {
    const twice = readDatasets(
      parseTurtle(
        `${prefixes}<urn:a> a dcat:Dataset ; dct:identifier "x" . <urn:b> a dcat:Dataset ; dct:identifier "x" .`,
      ),
    );
    expect([...sharedIdentifiers(twice)]).toEqual(['x']);
  });
});
