import { type DataOf, DatasetPublished, DatasetWithdrawn } from '@hub/contracts';
import { conceptKey, isHealthCategory } from '../description/authority-lists.js';
import type { DatasetDescription, DataUseCode } from '../description/dataset-description.js';
import type { Dataset, DatasetEvent, PresentDataset } from './dataset.js';

type Announced =
  | {
      readonly type: typeof DatasetPublished.type;
      readonly topic: string;
      readonly data: DataOf<typeof DatasetPublished>;
    }
  | {
      readonly type: typeof DatasetWithdrawn.type;
      readonly topic: string;
      readonly data: DataOf<typeof DatasetWithdrawn>;
    };

/** What others are told: only what is public, or was. A draft is its holder's own affair. */
export function announced(
  event: DatasetEvent,
  state: Dataset,
  datasetId: string,
  version: number,
): Announced | undefined {
  if (state.status === 'absent') return undefined;
  if (state.status === 'published') return publication(state, datasetId, version);
  if (event.type === 'dataset-withdrawn' && state.everPublished) {
    const data = { datasetId, holderId: state.holderId, version };
    return { type: DatasetWithdrawn.type, topic: DatasetWithdrawn.topic, data };
  }
  return undefined;
}

function publication(state: PresentDataset, datasetId: string, version: number): Announced {
  return {
    type: DatasetPublished.type,
    topic: DatasetPublished.topic,
    data: {
      datasetId,
      holderId: state.holderId,
      version,
      // Published without an access right cannot be: completeness blocks it.
      accessRight: state.description.accessRights ?? 'NON_PUBLIC',
      tables: publishedTables(state.description),
      ...categorised(state.description),
      ...(state.description.dataUse && { dataUse: state.description.dataUse.map(announcedUse) }),
    },
  };
}

/** Categories of other countries' own lists say nothing to who decides by Article 51. */
function categorised({ healthCategories }: DatasetDescription): { healthCategories?: string[] } {
  const codes = healthCategories.filter(isHealthCategory).map(conceptKey);
  return codes.length > 0 ? { healthCategories: [...new Set(codes)] } : {};
}

const announcedUse = ({ code, diseases, countries, institutions, months }: DataUseCode) => ({
  code,
  ...(diseases && { diseases: [...diseases] }),
  ...(countries && { countries: [...countries] }),
  ...(institutions && { institutions: [...institutions] }),
  ...(months !== undefined && { months }),
});

export const publishedTables = (description: DatasetDescription) =>
  description.tables.map((table) => ({
    name: table.name,
    columns: table.variables.map((variable) => variable.name),
    personalKeys: table.variables.filter((variable) => variable.personalKey).map((variable) => variable.name),
  }));
