import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@hub/http-edge';
import type { Template } from '@hub/pdf/template';
import { type TemplateFile, Templates, templatesIn } from './templates.js';

const shippedFolder = join(import.meta.dirname, '../../../templates');

/** The shipped templates with those of `DOCUMENT_TEMPLATES`; all that is wrong with those is said at once. */
export function templatesFrom({ DOCUMENT_TEMPLATES: folder }: NodeJS.ProcessEnv): Templates {
  const shipped = sound('the shipped templates', templatesIn(filesIn(shippedFolder)));
  if (!folder) return new Templates(shipped);
  return new Templates(shipped, sound('DOCUMENT_TEMPLATES', templatesIn(filesIn(folder), shipped)));
}

function sound(source: string, found: Template[] | string[]): Template[] {
  const faults = found.filter((one) => typeof one === 'string');
  if (faults.length > 0) throw new ConfigurationError(faults.map((fault) => `${source}: ${fault}`));
  return found as Template[];
}

function filesIn(folder: string): TemplateFile[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  } catch {
    throw new ConfigurationError(['DOCUMENT_TEMPLATES must name a readable folder of templates (*.json)']);
  }
}
