import type { Package } from '../workspace/packages.js';

/** The services that run code of the changed packages: themselves, or through what they depend on. */
export function concernedServices(changed: ReadonlySet<string>, packages: readonly Package[]): string[] {
  const byName = new Map(packages.map((one) => [one.name, one]));
  const reaches = (one: Package, seen: Set<string>): boolean => {
    if (seen.has(one.name)) return false;
    seen.add(one.name);
    if (changed.has(one.name)) return true;
    return Object.keys(one.dependencies).some((name) => {
      const dependency = byName.get(name);
      return dependency !== undefined && reaches(dependency, seen);
    });
  };
  return packages.filter((one) => one.kind === 'apps' && reaches(one, new Set())).map(({ folder }) => folder);
}
