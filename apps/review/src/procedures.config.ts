import { declaredProcedures, Procedures, proceduresInFile } from '@hub/procedures';

/**
 * The declared procedures with the operator's revisions, and this hub's own policy on how many files a rapporteur can be given in a month where
 * it has one: 0 sets no limit, and then nothing is counted.
 */
export function proceduresFrom(env: Readonly<Record<string, string | undefined>>): Procedures {
  const all = proceduresInFile(env, declaredProcedures);
  const text = env.FILES_PER_RAPPORTEUR_AND_MONTH;
  if (text === undefined) return new Procedures(all);
  const files = Number(text);
  if (text === '' || !Number.isInteger(files) || files < 0) {
    throw new Error('FILES_PER_RAPPORTEUR_AND_MONTH: a whole number, 0 for no limit');
  }
  const filesPerRapporteurAndMonth = files === 0 ? Number.POSITIVE_INFINITY : files;
  return new Procedures(
    all.map((one) => (one.committee ? { ...one, committee: { ...one.committee, filesPerRapporteurAndMonth } } : one)),
  );
}
