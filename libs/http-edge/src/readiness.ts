/** What a service needs to do its work; each check names what is missing while it is. */
export class Readiness {
  private readonly checks = new Map<string, () => boolean | Promise<boolean>>();

  require(name: string, check: () => boolean | Promise<boolean>): void {
    this.checks.set(name, check);
  }

  /** The names of what is missing now. */
  async missing(): Promise<string[]> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => {
        const there = await Promise.resolve()
          .then(check)
          .catch(() => false);
        return there ? [] : [name];
      }),
    );
    return results.flat();
  }
}
