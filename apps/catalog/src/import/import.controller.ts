import { isRefusal, refuse } from '@hub/decider';
import { edgeProblem, For, OrderAnew, type PersonalOrder, refusalProblem } from '@hub/http-edge';
import { Body, Controller, Headers, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { inputErrors } from '../description/field-errors.js';
import type { Problem } from '../description/json.js';
import { catalogueExplanations } from '../refusals.js';
import { SearchStore } from '../search/search.store.js';
import { ImportQuery } from './import.input.js';
import { formatOf, readDocument } from './import-document.js';
import { type ImportedDataset, Importer } from './importer.store.js';

/** Takes descriptions as holders have them. The same document again changes nothing. */
@Controller('catalog/imports')
export class ImportController {
  constructor(
    @Inject(Importer) private readonly importer: Importer,
    @Inject(SearchStore) private readonly search: SearchStore,
  ) {}

  /** HealthDCAT-AP as Turtle or JSON-LD; or JSON: a description, Table Schemas and code lists. */
  @Post()
  @HttpCode(200)
  @For('data_holder')
  async take(
    @Headers('content-type') contentType: string | undefined,
    @Body() body: unknown,
    @Query() { publish }: ImportQuery,
    @OrderAnew() order: PersonalOrder,
  ) {
    const format = formatOf(contentType);
    if (format === undefined) return refuse('unsupported-document');
    const problems: Problem[] = [];
    const document = await readDocument(format, body, problems);
    if (isRefusal(document)) return document;
    if (problems.length > 0) throw edgeProblem('invalid-input', { errors: inputErrors(problems) });
    const { datasets, codeLists } = await this.importer.run(document, order, publish === 'true');
    this.search.forget();
    return { datasets: datasets.map(explained), codeLists };
  }
}

/** A refusal with its sentences, as any problem of the API. */
function explained({ refusal, ...rest }: ImportedDataset) {
  return refusal ? { ...rest, problem: refusalProblem(refusal, catalogueExplanations).body } : rest;
}
