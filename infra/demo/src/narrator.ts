/** Prints the road step by step: who, what, what came of it, how long it took. */
export class Narrator {
  private number = 0;
  readonly began = Date.now();

  constructor(private readonly write: (line: string) => void = console.log) {}

  chapter(title: string): void {
    this.write(`\n${title}`);
  }

  /** Runs one step; what it resolves to is passed on, `say` makes the line of it. */
  async step<Result>(
    who: string,
    what: string,
    act: () => Promise<Result>,
    say: (result: Result) => string = () => 'done',
  ): Promise<Result> {
    const start = performance.now();
    const label = `${String(++this.number).padStart(3)}. ${who.padEnd(13)} ${what}`;
    try {
      const result = await act();
      const ms = Math.round(performance.now() - start);
      this.write(`${label}\n      → ${say(result)}  (${ms} ms)`);
      return result;
    } catch (error) {
      this.write(`${label}\n      ✗ ${(error as Error).message}`);
      throw error;
    }
  }
}

/** "1 table", "1,204 tables". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
