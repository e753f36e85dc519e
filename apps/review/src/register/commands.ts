import { missPublication, remindPublication } from './await-publication.js';
import { publishEntry } from './publish-entry.js';

export const commands = [publishEntry, remindPublication, missPublication] as const;
