import { Database } from '@hub/event-store';
import { Module, type Type } from '@nestjs/common';
import { RecordEveryEvent } from './consume/record-every-event.consumer.js';
import { LogController } from './http/log.controller.js';
import { ProofController } from './http/proof.controller.js';
import { RecordController } from './http/record.controller.js';
import { StreamController } from './http/stream.controller.js';
import { Appender } from './log/appender.store.js';
import { Heads } from './log/heads.store.js';
import { Records } from './log/records.store.js';
import { Tiles } from './log/tiles.store.js';
import type { AuditSettings } from './settings.config.js';

/** The log's parts, with the key that signs its heads. */
export function auditModule(settings: AuditSettings): Type {
  const onDatabase = <Part>(make: (database: Database) => Part) => ({ inject: [Database], useFactory: make });
  @Module({
    controllers: [LogController, RecordController, ProofController, StreamController],
    providers: [
      { provide: 'audit:settings', useValue: settings },
      { provide: Appender, ...onDatabase((database) => new Appender(database)) },
      { provide: Heads, ...onDatabase((database) => new Heads(database, settings.signer)) },
      { provide: Records, ...onDatabase((database) => new Records(database)) },
      { provide: Tiles, ...onDatabase((database) => new Tiles(database)) },
      RecordEveryEvent,
    ],
  })
  class AuditModule {}
  return AuditModule;
}
