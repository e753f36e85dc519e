import type { Readiness } from '@hub/http-edge';
import { type ServiceName, serviceNames } from '../forward/routes.js';

const patienceMs = 3_000;

/** The whole road: the gateway is ready only when every service is, with all that it needs itself. */
export class Road {
  private asking: Promise<string[]> | undefined;

  constructor(private readonly services: Readonly<Record<ServiceName, string>>) {}

  /**
   * Adds what is missing on the road to what the gateway itself misses. A plain `require` could only name the
   * service, and not what that one in turn is waiting for.
   */
  joinTo(readiness: Readiness): void {
    const own = readiness.missing.bind(readiness);
    readiness.missing = async () => (await Promise.all([own(), this.missing()])).flat();
  }

  /** `review` when the service does not answer, `directory: openid-provider` when it does and waits itself. */
  missing(): Promise<string[]> {
    this.asking ??= Promise.all(serviceNames.map((name) => this.ask(name)))
      .then((found) => found.flat())
      .finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async ask(name: ServiceName): Promise<string[]> {
    try {
      const response = await fetch(`${this.services[name]}/health/ready`, { signal: AbortSignal.timeout(patienceMs) });
      if (response.ok) return [];
      const { missing } = (await response.json()) as { missing?: string[] };
      return missing?.length ? missing.map((part) => `${name}: ${part}`) : [name];
    } catch {
      return [name];
    }
  }
}
