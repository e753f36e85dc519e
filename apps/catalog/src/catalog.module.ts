import type { ServiceDefinition } from '@hub/http-edge';
import { Module } from '@nestjs/common';
import { CodeListController } from './code-list/code-list.controller.js';
import { CodeListStore } from './code-list/code-list.store.js';
import { DatasetStore } from './dataset/dataset.store.js';
import { DatasetReadController } from './dataset/dataset-read.controller.js';
import { DatasetWriteController } from './dataset/dataset-write.controller.js';
import { Holdings } from './dataset/holdings.store.js';
import { ImportController } from './import/import.controller.js';
import { Importer } from './import/importer.store.js';
import { takeRdf } from './import/rdf-body.config.js';
import { CreateCatalogue1761000000000 } from './migrations/create-catalogue.js';
import { catalogueExplanations } from './refusals.js';
import { SearchController } from './search/search.controller.js';
import { SearchStore } from './search/search.store.js';

@Module({
  controllers: [SearchController, DatasetReadController, DatasetWriteController, ImportController, CodeListController],
  providers: [DatasetStore, Holdings, CodeListStore, SearchStore, Importer],
})
export class CatalogModule {}

/** @param importBytes the largest body of an import */
export const catalogService = (importBytes = 8 * 1024 * 1024): ServiceDefinition => ({
  name: 'catalog',
  module: CatalogModule,
  migrations: [CreateCatalogue1761000000000],
  explanations: catalogueExplanations,
  bodyLimit: importBytes,
  configure: takeRdf,
});
