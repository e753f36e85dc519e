/** Milliseconds in which a second signal is the same wish: npm passes on the Ctrl-C that the terminal has already sent. */
const SAME_WISH_MS = 2_000;
const PARENT_LOOK_MS = 1_000;

/** Resolves, with the reason, when the launcher should end: a signal, or the death of npm or of the terminal. */
export function onStopRequest(): Promise<string> {
  return new Promise((resolve) => {
    let first = 0;
    const requested = (reason: string) => {
      if (first === 0) {
        first = Date.now();
        resolve(reason);
      } else if (Date.now() - first > SAME_WISH_MS) {
        // Impatience. The guardian sees to what still runs.
        process.exit(1);
      }
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(name, () => requested(name === 'SIGINT' ? 'Ctrl-C' : name));
    watchParent(requested);
    // A terminal that has gone takes no more lines: that alone is no reason to break off the orderly stop.
    process.stdout.on('error', () => undefined);
    process.stderr.on('error', () => undefined);
  });
}

function watchParent(requested: (reason: string) => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    requested('the process that started it has ended');
  }, PARENT_LOOK_MS);
}
