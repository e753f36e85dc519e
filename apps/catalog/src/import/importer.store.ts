import { isRefusal, type Person, type Refusal, refuse } from '@hub/decider';
import type { PersonalOrder } from '@hub/http-edge';
import { Inject, Injectable } from '@nestjs/common';
import type { CodeList } from '../code-list/code-list.js';
import { CodeListStore } from '../code-list/code-list.store.js';
import { type DatasetAnswer, DatasetStore } from '../dataset/dataset.store.js';
import { describeDataset } from '../dataset/describe-dataset.js';
import { contentKey, identityOf } from '../dataset/identity.js';
import { publishDataset } from '../dataset/publish-dataset.js';
import { completeness, isPublishable } from '../description/completeness.js';
import type { DatasetDescription } from '../description/dataset-description.js';
import { distinctFindings, type Finding } from '../description/finding.js';
import { type ReadDataset, sharedIdentifiers } from '../rdf/read-dataset.js';
import type { CatalogueRefusal } from '../refusals.js';
import type { ReadDocument } from './import-document.js';

export type Outcome = 'created' | 'updated' | 'unchanged' | 'refused';

export interface ImportedDataset {
  readonly id: string;
  readonly identifier: string;
  readonly outcome: Outcome;
  readonly version?: number;
  readonly status?: string;
  readonly refusal?: Refusal<CatalogueRefusal>;
  readonly findings: readonly Finding[];
}

export interface ImportedCodeList {
  readonly id: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly codes: number;
}

/** Carries a read document into the catalogue: each dataset and list in a transaction of its own. */
@Injectable()
export class Importer {
  constructor(
    @Inject(DatasetStore) private readonly datasets: DatasetStore,
    @Inject(CodeListStore) private readonly codeLists: CodeListStore,
  ) {}

  async run(document: ReadDocument, order: PersonalOrder, publish: boolean) {
    const shared = sharedIdentifiers(document.datasets);
    const codeLists: ImportedCodeList[] = [];
    for (const list of document.codeLists) codeLists.push(await this.takeCodeList(list, order.actor));
    const datasets: ImportedDataset[] = [];
    for (const each of document.datasets) {
      datasets.push(
        shared.has(each.description.identifier)
          ? refused(each, order.actor, refuse('shared-identifier', { identifier: each.description.identifier }))
          : await this.take(each, order, publish),
      );
    }
    return { datasets, codeLists };
  }

  /** Replaces a dataset's description as its holder, from wherever it came. */
  describe(description: DatasetDescription, read: readonly Finding[], order: PersonalOrder, id?: string) {
    const findings = distinctFindings([...read, ...completeness(description)]);
    const holderId = order.actor.organisation;
    const command = { description, findings, contentKey: contentKey(description) };
    const target = id ?? identityOf('dataset', holderId, description.identifier);
    return this.datasets.execute(describeDataset, target, command, order, { holderId });
  }

  private async take(each: ReadDataset, order: PersonalOrder, publish: boolean): Promise<ImportedDataset> {
    // The document is the same order for all its datasets: repeating it is safe without a receipt.
    const { once: _once, ...own } = order;
    const answer = await this.describe(each.description, each.findings, own);
    if (isRefusal(answer)) return refused(each, order.actor, answer);
    const outcome = !answer.changed ? 'unchanged' : answer.version === 1 ? 'created' : 'updated';
    const latest = publish ? await this.publishIfComplete(each, answer, own) : answer;
    return {
      id: answer.id,
      identifier: each.description.identifier,
      outcome,
      version: latest.version,
      status: latest.status,
      findings: findingsOf(each),
    };
  }

  private async publishIfComplete(
    each: ReadDataset,
    answer: DatasetAnswer,
    order: PersonalOrder,
  ): Promise<DatasetAnswer> {
    if (answer.status !== 'draft' || !isPublishable(findingsOf(each))) return answer;
    const published = await this.datasets.execute(publishDataset, answer.id, {}, order, {});
    return isRefusal(published) ? answer : published;
  }

  private async takeCodeList(list: CodeList, holder: Person): Promise<ImportedCodeList> {
    const { id, outcome } = await this.codeLists.save(list, holder);
    return { id, name: list.name, outcome, codes: list.codes.length };
  }
}

const findingsOf = (each: ReadDataset): Finding[] =>
  distinctFindings([...each.findings, ...completeness(each.description)]);

const refused = (each: ReadDataset, actor: Person, refusal: Refusal<CatalogueRefusal>): ImportedDataset => ({
  id: identityOf('dataset', actor.organisation, each.description.identifier),
  identifier: each.description.identifier,
  outcome: 'refused',
  refusal,
  findings: findingsOf(each),
});
