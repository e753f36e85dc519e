import { Module, type Type } from '@nestjs/common';
import { KnownDatasets } from './catalogue/known-datasets.store.js';
import { ChartController } from './chart/chart.controller.js';
import { ChartStore } from './chart/chart.store.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { DeliveryStore } from './delivery/delivery.store.js';
import { ExportController } from './export/export.controller.js';
import { ExportStore } from './export/export.store.js';
import { ExportFiles } from './export/make-file.client.js';
import { Home } from './home.client.js';
import { PreparationLeases } from './jobs/lease.store.js';
import { PreparationWorker } from './jobs/preparation-worker.client.js';
import { OptOutLines } from './opt-out/enter-lines.client.js';
import { OptOutsAsAt } from './opt-out/list-as-at.client.js';
import { OptOutController } from './opt-out/opt-out.controller.js';
import { OptOutStore } from './opt-out/opt-out.store.js';
import { QueryController } from './query/query.controller.js';
import { QueryStore } from './query/query.store.js';
import { QueryRunner } from './query/run-query.client.js';
import { Seating } from './query/seating.client.js';
import { EndAccessWhenMandateEnds } from './reactions/end-access-when-mandate-ends.consumer.js';
import { EndAccessWhenPermitChanges } from './reactions/end-access-when-permit-changes.consumer.js';
import { KnowDatasets } from './reactions/know-datasets.consumer.js';
import { PrepareWorkspaceWhenPermitGranted } from './reactions/prepare-workspace-when-permit-granted.consumer.js';
import type { ProvisioningSettings } from './settings.config.js';
import { WorkspaceController } from './workspace/workspace.controller.js';
import { WorkspaceStore } from './workspace/workspace.store.js';

/** The parts of provisioning, with what this instance is told of keys, folders and limits. */
export function provisioningModule(settings: ProvisioningSettings): Type {
  @Module({
    controllers: [
      DeliveryController,
      WorkspaceController,
      QueryController,
      ChartController,
      ExportController,
      OptOutController,
      KnowDatasets,
      PrepareWorkspaceWhenPermitGranted,
      EndAccessWhenPermitChanges,
      EndAccessWhenMandateEnds,
    ],
    providers: [
      KnownDatasets,
      DeliveryStore,
      WorkspaceStore,
      QueryStore,
      ChartStore,
      ExportStore,
      OptOutStore,
      OptOutLines,
      OptOutsAsAt,
      PreparationLeases,
      PreparationWorker,
      Seating,
      QueryRunner,
      ExportFiles,
      { provide: 'provisioning:settings', useValue: settings },
      { provide: Home, useFactory: () => new Home(settings.home) },
    ],
  })
  class ProvisioningModule {}
  return ProvisioningModule;
}
