import type { OrganisationKind } from '../organisation/kinds.js';
import type { OrganisationEntry } from '../organisation/organisation.js';

/** DEMONSTRATION ONLY. Real bodies of the French health-data landscape, so that a search has something to find. */
export type DemonstrationOrganisation = OrganisationEntry & { readonly id: string };

const otherPublicBodies: readonly string[] = [
  ...['cnam', 'cnsa', 'ap-hp', 'ap-hm', 'hcl', 'hus', 'sorbonne-universite', 'ehesp'],
  ...['inserm', 'cnrs', 'inria', 'ined', 'ird', 'cea'],
];

const of = (
  kind: OrganisationKind,
  ...entries: readonly (readonly [id: string, fr: string, en: string])[]
): DemonstrationOrganisation[] =>
  entries.map(([id, fr, en]) => ({ id, kind, name: { fr, en }, ...(isPublic(id) && { publicBody: true }) }));

/** Public bodies among kinds that are not always public. */
const isPublic = (id: string): boolean => /^(chr?u-|universite-)/.test(id) || otherPublicBodies.includes(id);

export const demonstrationOrganisations: readonly DemonstrationOrganisation[] = [
  ...of('hub', ['hdh', 'Plateforme des données de santé (Health Data Hub)', 'Health Data Hub']),
  ...of('authority', [
    'cnil',
    "Commission nationale de l'informatique et des libertés",
    'French Data Protection Authority',
  ]),
  ...of('committee', [
    'cesrees',
    'Comité éthique et scientifique pour les recherches, les études et les évaluations dans le domaine de la santé',
    'Ethics and Scientific Committee for Health Research, Studies and Evaluations',
  ]),
  ...of(
    'state',
    ['cour-des-comptes', 'Cour des comptes', 'Court of Audit'],
    [
      'drees',
      'Direction de la recherche, des études, de l’évaluation et des statistiques',
      'Directorate for Research, Studies, Evaluation and Statistics',
    ],
    ['dgs', 'Direction générale de la santé', 'Directorate General for Health'],
    ['dgos', "Direction générale de l'offre de soins", 'Directorate General for Healthcare Provision'],
    ['spf', 'Santé publique France', 'French Public Health Agency'],
    [
      'ansm',
      'Agence nationale de sécurité du médicament et des produits de santé',
      'National Agency for the Safety of Medicines and Health Products',
    ],
    ['has', 'Haute Autorité de santé', 'French National Authority for Health'],
    [
      'atih',
      "Agence technique de l'information sur l'hospitalisation",
      'Technical Agency for Information on Hospital Care',
    ],
    ['abm', 'Agence de la biomédecine', 'Biomedicine Agency'],
    ['inca', 'Institut national du cancer', 'French National Cancer Institute'],
    ['ans', 'Agence du numérique en santé', 'Digital Health Agency'],
    [
      'anses',
      "Agence nationale de sécurité sanitaire de l'alimentation, de l'environnement et du travail",
      'Agency for Food, Environmental and Occupational Health & Safety',
    ],
  ),
  ...of(
    'insurer',
    ['cnam', "Caisse nationale de l'assurance maladie", 'National Health Insurance Fund'],
    ['ccmsa', 'Caisse centrale de la mutualité sociale agricole', 'Central Agricultural Social Mutual Fund'],
    ['cnsa', "Caisse nationale de solidarité pour l'autonomie", 'National Solidarity Fund for Autonomy'],
  ),
  ...of(
    'hospital',
    ['ap-hp', 'Assistance publique – Hôpitaux de Paris', 'Greater Paris University Hospitals'],
    ['ap-hm', 'Assistance publique – Hôpitaux de Marseille', 'Marseille Public University Hospitals'],
    ['hcl', 'Hospices civils de Lyon', 'Lyon University Hospitals'],
    ['chu-bordeaux', 'Centre hospitalier universitaire de Bordeaux', 'Bordeaux University Hospital'],
    ['chu-lille', 'Centre hospitalier universitaire de Lille', 'Lille University Hospital'],
    ['chu-rennes', 'Centre hospitalier universitaire de Rennes', 'Rennes University Hospital'],
    ['chu-nantes', 'Centre hospitalier universitaire de Nantes', 'Nantes University Hospital'],
    ['chu-toulouse', 'Centre hospitalier universitaire de Toulouse', 'Toulouse University Hospital'],
    ['chu-montpellier', 'Centre hospitalier universitaire de Montpellier', 'Montpellier University Hospital'],
    ['chu-dijon', 'Centre hospitalier universitaire Dijon Bourgogne', 'Dijon Bourgogne University Hospital'],
    ['chu-brest', 'Centre hospitalier universitaire de Brest', 'Brest University Hospital'],
    ['chru-nancy', 'Centre hospitalier régional universitaire de Nancy', 'Nancy University Hospital'],
    ['chu-la-reunion', 'Centre hospitalier universitaire de La Réunion', 'Réunion University Hospital'],
    ['hus', 'Hôpitaux universitaires de Strasbourg', 'Strasbourg University Hospitals'],
    ['gustave-roussy', 'Gustave Roussy', 'Gustave Roussy Cancer Campus'],
    ['institut-curie', 'Institut Curie', 'Institut Curie'],
    ['centre-leon-berard', 'Centre Léon Bérard', 'Léon Bérard Cancer Centre'],
    ['unicancer', 'Unicancer', 'Unicancer'],
  ),
  ...of(
    'registry',
    ['francim', 'Réseau français des registres des cancers (Francim)', 'French Network of Cancer Registries (Francim)'],
    [
      'rein',
      'Réseau épidémiologie et information en néphrologie (REIN)',
      'Renal Epidemiology and Information Network (REIN)',
    ],
    ['remera', 'Registre des malformations en Rhône-Alpes', 'Rhône-Alpes Registry of Congenital Anomalies'],
    ['registre-avc-dijon', 'Registre dijonnais des accidents vasculaires cérébraux', 'Dijon Stroke Registry'],
    ['bndmr', 'Banque nationale de données maladies rares', 'National Rare Disease Data Bank'],
    ['ofsep', 'Observatoire français de la sclérose en plaques', 'French Multiple Sclerosis Registry'],
    [
      'cepidc',
      "Centre d'épidémiologie sur les causes médicales de décès (CépiDc)",
      'Centre for Epidemiology on Medical Causes of Death (CépiDc)',
    ],
  ),
  ...of(
    'research',
    [
      'inserm',
      'Institut national de la santé et de la recherche médicale',
      'National Institute of Health and Medical Research',
    ],
    ['cnrs', 'Centre national de la recherche scientifique', 'National Centre for Scientific Research'],
    [
      'inria',
      'Institut national de recherche en sciences et technologies du numérique',
      'National Institute for Research in Digital Science and Technology',
    ],
    ['institut-pasteur', 'Institut Pasteur', 'Institut Pasteur'],
    ['ined', "Institut national d'études démographiques", 'French Institute for Demographic Studies'],
    [
      'irdes',
      'Institut de recherche et documentation en économie de la santé',
      'Institute for Research and Information in Health Economics',
    ],
    [
      'ird',
      'Institut de recherche pour le développement',
      'French National Research Institute for Sustainable Development',
    ],
    [
      'cea',
      'Commissariat à l’énergie atomique et aux énergies alternatives',
      'Atomic Energy and Alternative Energies Commission',
    ],
  ),
  ...of(
    'university',
    ['universite-bordeaux', 'Université de Bordeaux', 'University of Bordeaux'],
    ['universite-paris-cite', 'Université Paris Cité', 'Paris Cité University'],
    ['sorbonne-universite', 'Sorbonne Université', 'Sorbonne University'],
    ['universite-rennes', 'Université de Rennes', 'University of Rennes'],
    ['ehesp', 'École des hautes études en santé publique', 'School of Public Health'],
  ),
  ...of(
    'patients',
    ['france-assos-sante', 'France Assos Santé', 'France Assos Santé (patients’ and users’ union)'],
    ['ligue-cancer', 'Ligue nationale contre le cancer', 'French League Against Cancer'],
    ['afm-telethon', 'AFM-Téléthon', 'French Muscular Dystrophy Association'],
    ['renaloo', 'Renaloo', 'Renaloo (kidney patients)'],
  ),
  ...of(
    'industry',
    ['sanofi', 'Sanofi', 'Sanofi'],
    ['servier', 'Servier', 'Servier'],
    ['leem', 'Les entreprises du médicament (Leem)', 'French Pharmaceutical Companies Association (Leem)'],
    [
      'snitem',
      "Syndicat national de l'industrie des technologies médicales",
      'National Medical Technology Industry Association',
    ],
  ),
];
