import type { DatasetDescription, Variable } from '../../src/description/dataset-description.js';
import { emptyDescription } from '../../src/description/empty-description.js';

/** Numbers from 0 to 1, the same on every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

const words = (text: string): string[] => text.split(' ');
const topics = words(
  'cancer diabète hypertension asthme grossesse vaccination mortalité hospitalisation médicament urgences insuffisance rénale ' +
    'cardiaque obésité dépression démence grippe tuberculose hépatite transplantation dialyse naissance prématurité accident ' +
    'vasculaire fracture chirurgie anesthésie oncologie pédiatrie gériatrie psychiatrie neurologie dermatologie hématologie ' +
    'leucémie lymphome sein prostate poumon colon mélanome thyroïde pancréas foie rein vessie cerveau immunologie allergie ' +
    'nutrition tabac alcool sommeil douleur handicap autonomie imagerie biologie génome exome registre',
);
const kinds = words('Registre Cohorte Enquête Entrepôt Base Observatoire Étude Surveillance Suivi Dossiers');
const kindsInEnglish = words(
  'Register Cohort Survey Warehouse Database Observatory Study Surveillance Follow-up Records',
);
const places = words(
  'Bretagne Normandie Occitanie Alsace Paris Lyon Marseille Lille Bordeaux Nantes Corse Martinique national',
);
const columns = words(
  'date code numéro type mode motif durée montant taux âge sexe poids taille pression résultat diagnostic',
);
const categories = words('EHRS DIOH NRPE RPDG HRAD HGPD HPML PGEH WELA IDHP PHDR MRMR EHCT EMRD RMMD RQSH EINS');
const themes = words(
  'CANCER_DISEASE MENTAL_HEALTH RESPIRATORY_DISEASES HEALTH_SYSTEMS NUTRITION_SECURITY TROPICAL_DISEASES',
);

export interface GeneratedDataset {
  readonly holderId: string;
  readonly description: DatasetDescription;
}

/** Datasets of ten variables whose words are as unevenly common as real ones: few everywhere, many rare. */
export function* generatedDatasets(count: number): Generator<GeneratedDataset> {
  const random = seeded(1);
  const uneven = <T>(list: readonly T[]): T => list[Math.floor(random() ** 1.6 * list.length)] as T;
  const rare = () => `mot${Math.floor(random() ** 2 * 40_000).toString(36)}`;
  for (let n = 0; n < count; n++)
    yield { holderId: `org-${Math.floor(random() ** 2 * 400)}`, description: one(n, uneven, rare) };
}

type Uneven = <T>(list: readonly T[]) => T;

function one(n: number, uneven: Uneven, rare: () => string): DatasetDescription {
  const kind = n % kinds.length;
  const [topic, second, place] = [uneven(topics), uneven(topics), uneven(places)];
  const sentence = Array.from({ length: 25 }, (_, at) => (at % 3 === 0 ? rare() : uneven(topics))).join(' ');
  const concept = (code: string) => ({ uri: `https://example.org/${code}`, label: {} });
  return {
    ...emptyDescription(`urn:generated:${n}`),
    title: {
      fr: `${kinds[kind]} ${topic} ${second} ${place} ${n}`,
      en: `${kindsInEnglish[kind]} of ${topic} ${place} ${n}`,
    },
    description: {
      fr: `Données de santé des patients : ${sentence}.`,
      en: `Health data of patients: ${uneven(topics)}.`,
    },
    accessRights: uneven(['NON_PUBLIC', 'NON_PUBLIC', 'RESTRICTED', 'PUBLIC'] as const),
    keywords: { fr: [uneven(topics), uneven(topics), uneven(topics)] },
    healthCategories: [concept(uneven(categories)), concept(uneven(categories))],
    healthThemes: [concept(uneven(themes))],
    themes: [concept('HEAL')],
    types: [concept(uneven(['PERSONAL_DATA', 'STATISTICAL']))],
    spatial: [concept('FRA')],
    tables: [
      {
        name: `T_${n}`,
        title: { fr: `Table ${topic}` },
        keywords: {},
        primaryKey: [],
        foreignKeys: [],
        variables: Array.from({ length: 10 }, (_, at) => variable(at, uneven, rare)),
      },
    ],
  };
}

function variable(at: number, uneven: Uneven, rare: () => string): Variable {
  const column = uneven(columns);
  return {
    name: `${column.slice(0, 3).toUpperCase()}_${rare().toUpperCase()}_${at}`,
    label: {},
    description: { fr: `${column} ${uneven(columns)} ${uneven(topics)} ${rare()}` },
    type: 'string',
    required: false,
    personalKey: at === 0,
  };
}
