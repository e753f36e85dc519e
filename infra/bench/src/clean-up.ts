type Step = () => unknown;

/** What must be undone however a bench ends: processes by their identity, folders by their name. Last in, first out. */
export class CleanUp {
  private steps: { readonly step: Step }[] = [];

  /** Answers how to do it earlier; it is done once. */
  later(step: Step): () => Promise<void> {
    const entry = { step };
    this.steps.push(entry);
    return async () => {
      if (!this.steps.includes(entry)) return;
      this.steps = this.steps.filter((other) => other !== entry);
      await step();
    };
  }

  async now(): Promise<void> {
    for (let entry = this.steps.pop(); entry; entry = this.steps.pop()) {
      try {
        await entry.step();
      } catch (error) {
        process.stderr.write(`cleaning up: ${(error as Error).message}\n`);
      }
    }
  }
}
