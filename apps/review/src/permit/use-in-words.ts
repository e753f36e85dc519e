import type { ProjectUse } from '@hub/contracts';
import { inWords, type Language } from '../template/code-words.js';

/** The purpose in detail, a row for each thing stated; what is not stated has none. */
export const useInWords = (use: ProjectUse, language: Language) =>
  Object.entries(use).map(([aspect, value]) => ({
    aspect: inWords(aspect, language),
    value:
      [value]
        .flat()
        .map((one) => stated(one, language))
        .join(', ') || inWords('none', language),
  }));

const stated = (value: boolean | number | string, language: Language) =>
  typeof value === 'boolean' ? inWords(value ? 'yes' : 'no', language) : inWords(String(value), language);
