/**
 * What an import has to say about a description.
 * `blocking`: it stays a draft until mended. `warning`: the hub guessed or dropped something.
 * `note`: read without doubt, but written in an older or unusual way.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly level: 'blocking' | 'warning' | 'note';
  /** The property as its specification writes it, such as `dct:title`. */
  readonly property?: string;
  /** Where in the description: a table, a column, a distribution. */
  readonly where?: string;
  readonly message: { readonly fr: string; readonly en: string };
}

interface Detail {
  readonly property?: string;
  readonly where?: string;
  readonly value?: string;
}

type Sentence = (detail: Required<Detail>) => { fr: string; en: string };

/** One sentence in each language for every code: a code without one does not compile. */
const sentences = {
  'missing-property': [
    'blocking',
    (d) => ({
      fr: `La propriété ${d.property} est obligatoire et absente${d.where && ` (${d.where})`}.`,
      en: `The property ${d.property} is mandatory and missing${d.where && ` (${d.where})`}.`,
    }),
  ],
  'unknown-value': [
    'blocking',
    (d) => ({
      fr: `${d.property} : « ${d.value} » n'est pas dans la liste d'autorité.`,
      en: `${d.property}: "${d.value}" is not in the authority list.`,
    }),
  ],
  'unlisted-value': [
    'warning',
    (d) => ({
      fr: `${d.property} : « ${d.value} » n'est pas dans la liste d'autorité ; gardé tel quel.`,
      en: `${d.property}: "${d.value}" is not in the authority list; kept as it is.`,
    }),
  ],
  'several-values': [
    'blocking',
    (d) => ({
      fr: `${d.property} doit avoir une seule valeur ; plusieurs sont données.`,
      en: `${d.property} must have exactly one value; several are given.`,
    }),
  ],
  'unreadable-value': [
    'warning',
    (d) => ({
      fr: `${d.property} : « ${d.value} » est illisible et laissé de côté${d.where && ` (${d.where})`}.`,
      en: `${d.property}: "${d.value}" cannot be read and is left out${d.where && ` (${d.where})`}.`,
    }),
  ],
  'old-namespace': [
    'note',
    (d) => ({
      fr: `L'espace de noms ${d.value} est ancien ; lu comme http://healthdataportal.eu/ns/health#.`,
      en: `The namespace ${d.value} is an old one; read as http://healthdataportal.eu/ns/health#.`,
    }),
  ],
  'misspelt-property': [
    'warning',
    (d) => ({
      fr: `« ${d.value} » n'existe pas ; lu comme ${d.property}.`,
      en: `"${d.value}" does not exist; read as ${d.property}.`,
    }),
  ],
  'older-form': [
    'note',
    (d) => ({
      fr: `${d.property} est écrit à la manière d'une version antérieure du profil ; lu sans perte.`,
      en: `${d.property} is written as in an earlier release of the profile; read without loss.`,
    }),
  ],
  'structured-assumed': [
    'note',
    () => ({
      fr: 'healthdcatap:hasStructuredData est absent ; vrai, puisque des variables sont décrites.',
      en: 'healthdcatap:hasStructuredData is missing; true, since variables are described.',
    }),
  ],
  'table-not-linked': [
    'warning',
    (d) => ({
      fr: `La table ${d.where} n'est reliée à rien ; rattachée au seul jeu de données du fichier.`,
      en: `The table ${d.where} is linked to nothing; attached to the only dataset of the file.`,
    }),
  ],
  'column-without-name': [
    'warning',
    (d) => ({
      fr: `Une colonne de ${d.where} n'a pas de csvw:name ; nommée « ${d.value} ».`,
      en: `A column of ${d.where} has no csvw:name; named "${d.value}".`,
    }),
  ],
  'duplicate-name': [
    'warning',
    (d) => ({
      fr: `« ${d.value} » figure deux fois dans ${d.where} ; la première est gardée.`,
      en: `"${d.value}" stands twice in ${d.where}; the first is kept.`,
    }),
  ],
  'unknown-column': [
    'warning',
    (d) => ({
      fr: `${d.property} de ${d.where} nomme « ${d.value} », qui n'est pas une colonne de la table.`,
      en: `${d.property} of ${d.where} names "${d.value}", which is no column of the table.`,
    }),
  ],
  'no-personal-key': [
    'warning',
    () => ({
      fr: "Aucune colonne n'est déclarée comme identifiant une personne : les contrôles de divulgation ne pourront pas compter les personnes.",
      en: 'No column is declared as identifying a person: disclosure checks will not be able to count persons.',
    }),
  ],
} satisfies Record<string, [Finding['level'], Sentence]>;

export type FindingCode = keyof typeof sentences;

export function finding(code: FindingCode, detail: Detail = {}): Finding {
  const [level, sentence] = sentences[code] as [Finding['level'], Sentence];
  return {
    code,
    level,
    ...(detail.property ? { property: detail.property } : {}),
    ...(detail.where ? { where: detail.where } : {}),
    message: sentence({ property: '', where: '', value: '', ...detail }),
  };
}

/** The same remark said once, in the order first met. */
export function distinctFindings(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [each.message.en, each])).values()];
}
