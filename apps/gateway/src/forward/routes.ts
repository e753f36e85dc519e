/** Every service behind the gateway, and the first parts of the addresses that are its own. */
export const routes = {
  catalog: ['catalog'],
  application: ['applications', 'invitations'],
  review: ['cases', 'permits', 'register', 'reports', 'interests', 'sessions', 'rapporteurs'],
  provisioning: ['workspaces', 'exports', 'deliveries', 'opt-outs'],
  audit: ['audit'],
  notification: ['notices'],
  directory: ['people', 'organisations', 'mandates'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ServiceName = keyof typeof routes;

export const serviceNames = Object.keys(routes) as readonly ServiceName[];

const services = new Map<string, ServiceName>(
  serviceNames.flatMap((service) => routes[service].map((prefix) => [prefix, service] as const)),
);

/** The service that answers at an address; none for what no service offers to the outside. */
export const serviceAt = (path: string): ServiceName | undefined => services.get(path.split(/[/?]/, 2)[1] ?? '');
