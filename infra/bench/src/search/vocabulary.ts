import { Seeded } from '@hub/testkit';

/** Words that health data is described with, French and English, as an index without accents holds them. */
const real = `diabete cancer grossesse infarctu depression asthme vaccination hospitalisation medicament mortalite
  urgence pediatrie cardiologie oncologie radiologie biologie genome patient sejour diagnostic traitement prescription
  delivrance remboursement beneficiaire assurance chirurgie maternite naissance vieillissement handicap nutrition tabac
  alcool obesite hypertension cholesterol anticoagulant antibiotique insuline dialyse transplantation greffe cohorte
  registre enquete questionnaire imagerie biobanque prelevement analyse laboratoire pharmacie infirmier medecin dentaire
  ophtalmologie dermatologie psychiatrie neurologie epilepsie parkinson alzheimer sclerose migraine stroke heart lung
  kidney liver blood pressure pregnancy birth death hospital claim drug vaccine survey cohort registry screening tumour
  breast prostate colorectal melanoma leukemia lymphoma chemotherapy radiotherapy surgery emergency admission discharge
  outpatient primary care nurse physician dose exposure outcome infection influenza hepatite tuberculose pneumonie
  allergie eczema psoriasi arthrose fracture osteoporose thyroide rein foie poumon coeur`
  .split(/\s+/)
  .filter((word) => !/[sx]$/.test(word));

const syllables = 'ba co di fu ga lo mi nu pa re si to va zo bra cri dro flo gli pro sta tri'.split(' ');
const rareWords = 4_000;

/** The first words are everywhere, the last ones almost nowhere, as in any text. */
export const vocabulary: readonly string[] = [...new Set([...real, ...invented()])];

function invented(): string[] {
  const random = new Seeded(7);
  return Array.from({ length: rareWords }, () =>
    Array.from({ length: 3 + random.below(2) }, () => random.pick(syllables)).join(''),
  );
}

/** A word, the more often the earlier it stands. */
export const word = (random: Seeded): string =>
  vocabulary[Math.floor(vocabulary.length * random.next() ** 3)] as string;

/** As somebody with a French keyboard types them. */
export const accented: Readonly<Record<string, string>> = {
  diabete: 'diabète',
  grossesse: 'Grossesse',
  depression: 'dépression',
  pediatrie: 'pédiatrie',
  sejour: 'séjours',
  medicament: 'médicaments',
  mortalite: 'mortalité',
  maternite: 'maternité',
  obesite: 'obésité',
  enquete: 'enquête',
  prelevement: 'prélèvements',
  epilepsie: 'épilepsie',
};
