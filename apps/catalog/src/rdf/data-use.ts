import type { DataUseCode } from '../description/dataset-description.js';
import { type Finding, finding } from '../description/finding.js';
import { type Graph, iriOf, type Term } from './graph.js';
import { compact } from './read-agent.js';
import { blank, iriNode, literal, type TripleList, type Value } from './triple-list.js';
import { iri, lastSegment, type Name } from './vocabulary.js';

/*
 * The data use of a dataset as an ODRL policy, the way DUODRL (https://w3id.org/duodrl/repo) ties terms of the Data
 * Use Ontology to ODRL: an offer whose `dct:source` is the term, and constraints for what the term leaves open.
 * HealthDCAT-AP release 8 has no property of its own for it; DCAT 3 has `odrl:hasPolicy`.
 */

const property = 'odrl:hasPolicy';
const rules = ['odrl:permission', 'odrl:prohibition', 'odrl:obligation', 'odrl:duty'] as const;

/** The terms that leave something open, and the operand that says it. */
const takes = {
  'DUO:0000007': 'purpose',
  'DUO:0000022': 'spatial',
  'DUO:0000025': 'elapsedTime',
  'DUO:0000028': 'recipient',
} as const;
type Operand = (typeof takes)[keyof typeof takes];

/** Nothing where the dataset has no policy, or none that names a term. */
export function readDataUse(graph: Graph, node: Term, findings: Finding[]): readonly DataUseCode[] | undefined {
  const codes = graph.values(node, property).flatMap((policy) => {
    const terms = [iriOf(policy) ?? '', ...graph.strings(policy, 'dct:source')].flatMap(termOf);
    if (terms.length === 0) findings.push(finding('unreadable-value', { property, value: iriOf(policy) ?? '…' }));
    return [...new Set(terms)].map((code): DataUseCode => ({ code, ...openIn(graph, policy, code, findings) }));
  });
  // Blank nodes have no lasting order.
  return codes.length > 0 ? codes.sort((a, b) => (a.code < b.code ? -1 : 1)) : undefined;
}

/** `obo:DUO_0000042`, and DUODRL's own policy of that name. */
function termOf(value: string): string[] {
  const [, number] = /^DUO[_:](\d{7})$/.exec(lastSegment(value)) ?? [];
  return number === undefined ? [] : [`DUO:${number}`];
}

function openIn(graph: Graph, policy: Term, code: string, findings: Finding[]): Omit<DataUseCode, 'code'> {
  const operand = takes[code as keyof typeof takes] as Operand | undefined;
  if (!operand) return {};
  const said = rules
    .flatMap((rule) => graph.values(policy, rule))
    .flatMap((rule) => graph.values(rule, 'odrl:constraint'))
    .filter((constraint) => graph.strings(constraint, 'odrl:leftOperand').includes(iri(`odrl:${operand}`)))
    .flatMap((constraint) => graph.strings(constraint, 'odrl:rightOperand'));
  const values = [...new Set(said)].sort();
  const known = values.filter((value) => readable[operand](value));
  const unread = values.filter((value) => !known.includes(value));
  for (const value of unread) findings.push(finding('unreadable-value', { property, value: value.slice(0, 80) }));
  if (known.length === 0) return {};
  switch (operand) {
    case 'purpose':
      return { diseases: known.map(diseaseOf) };
    case 'spatial':
      return { countries: known };
    case 'recipient':
      return { institutions: known };
    case 'elapsedTime':
      return compact({ months: known.length === 1 ? monthsOf(known[0] as string) : undefined });
  }
}

const readable: Readonly<Record<Operand, (value: string) => boolean>> = {
  purpose: (value) => value !== '',
  spatial: (value) => /^[A-Z]{2}$/.test(value),
  recipient: (value) => value !== '',
  elapsedTime: (value) => monthsOf(value) !== undefined,
};

const diseaseOf = (value: string): string => lastSegment(value).replace(/^MONDO_/, 'MONDO:');

/** Of a duration in years and months; days make no months. */
function monthsOf(value: string): number | undefined {
  const [whole, years, months] = /^P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(value) ?? [];
  return whole === undefined || whole === 'P' ? undefined : 12 * Number(years ?? 0) + Number(months ?? 0);
}

export function writeDataUse(triples: TripleList, dataset: Value, codes: readonly DataUseCode[]): void {
  for (const { code, diseases = [], countries = [], institutions = [], months } of codes) {
    const policy = blank();
    triples.add(dataset, property, policy);
    triples.add(policy, 'rdf:type', iriNode('odrl:Offer'));
    triples.add(policy, 'dct:source', iriNode(`obo:${code.replace(':', '_')}`));
    constraint(triples, policy, 'odrl:purpose', 'odrl:isAnyOf', diseases.map(diseaseNode));
    constraint(
      triples,
      policy,
      'odrl:spatial',
      'odrl:isAnyOf',
      countries.map((country) => literal(country)),
    );
    constraint(
      triples,
      policy,
      'odrl:recipient',
      'odrl:isAnyOf',
      institutions.map((id) => literal(id)),
    );
    const duration = months === undefined ? [] : [literal(`P${months}M`, 'xsd:duration')];
    constraint(triples, policy, 'odrl:elapsedTime', 'odrl:lteq', duration);
  }
}

const diseaseNode = (code: string): Value =>
  code.startsWith('MONDO:') ? iriNode(`obo:${code.replace(':', '_')}`) : literal(code);

function constraint(triples: TripleList, policy: Value, left: Name, operator: Name, right: readonly Value[]): void {
  if (right.length === 0) return;
  const [rule, node] = [blank(), blank()];
  triples.add(policy, 'odrl:permission', rule);
  triples.add(rule, 'odrl:action', iriNode('odrl:use'));
  triples.add(rule, 'odrl:constraint', node);
  triples.add(node, 'odrl:leftOperand', iriNode(left));
  triples.add(node, 'odrl:operator', iriNode(operator));
  for (const value of right) triples.add(node, 'odrl:rightOperand', value);
}
