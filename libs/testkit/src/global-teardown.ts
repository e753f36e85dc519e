import { rm } from 'node:fs/promises';

export default async function tearDown(): Promise<void> {
  const servers = globalThis.hubTestServers;
  if (!servers) return;
  await Promise.all([servers.kafka.stop(), servers.postgres.stop()]);
  await rm(servers.folder, { recursive: true, force: true });
}
