import { type CheckResult, conclude, type Finding, WHOLE_COLUMN } from '../result.js';
import { columnsOf, type Layout } from '../table/layout.js';

/**
 * A model with as many parameters as observations is the data itself. Fails where observations −
 * parameters is below the minimum; coefficients without evidence are reviewed.
 */
export function checkDegreesOfFreedom(layout: Layout): CheckResult {
  const { degreesOfFreedom: minimum, maxCells } = layout.settings;
  const models = layout.options.evidence?.models ?? [];
  const poor = models.flatMap(({ name, observations, parameters }): Finding[] => {
    const freedom = observations - parameters;
    if (freedom >= minimum) return [];
    return [
      finding('fail', name, freedom, {
        en: `The model has ${freedom} degrees of freedom (${observations} − ${parameters}).`,
        fr: `Le modèle a ${freedom} degrés de liberté (${observations} − ${parameters}).`,
      }),
    ];
  });
  const unproven =
    models.length > 0
      ? []
      : columnsOf(layout, 'model').map(({ name }) =>
          finding('review', name, null, {
            en: 'Observations and parameters of the model were not attached as evidence.',
            fr: 'Les observations et les paramètres du modèle ne sont pas joints comme preuve.',
          }),
        );
  return conclude('degrees-of-freedom', [...poor, ...unproven], maxCells, {
    en: `A model must keep at least ${minimum} degrees of freedom.`,
    fr: `Un modèle doit garder au moins ${minimum} degrés de liberté.`,
  });
}

/** `column` is the name of the model, or of the column of its coefficients. */
function finding(outcome: Finding['outcome'], column: string, value: number | null, why: Finding['why']): Finding {
  return { outcome, row: WHOLE_COLUMN, column, value, why };
}
