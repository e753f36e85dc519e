import { readEnvironment } from './environment.js';
import { type ServiceDefinition, startService } from './service.js';

/** Runs a service as this process, until it is told to stop. */
export async function boot(definition: ServiceDefinition): Promise<void> {
  try {
    const service = await startService(definition, readEnvironment(process.env));
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      // What is under way ends; a part that will not is cut off, since nothing accepted depends on it.
      setTimeout(() => process.exit(0), 8_000).unref();
      void service.close().finally(() => process.exit(0));
    };
    process.once('SIGTERM', stop).once('SIGINT', stop);
  } catch (error) {
    console.error(`${definition.name} did not start: ${(error as Error).message}`);
    process.exit(1);
  }
}
