/** Documents by templates: what they say as data. Computes only. */

export { documentFrom } from './fill.js';
export { templateIn } from './read.js';
export type { DocumentKind, Placeholders, Template, ValuesOf } from './template.js';
