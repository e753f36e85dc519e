import { refusal } from './requirements.js';

describe('what the machine lacks', () => {
  it('is named at once, with the line to type, on Debian and Ubuntu', () => {
    expect(refusal(['java', 'maven', 'bubblewrap'], ['openjdk-17-jre-headless', 'maven', 'bubblewrap'], true)).toBe(
      "This machine lacks a Java runtime of version 17 or later (for Kafka), Maven (to fetch Kafka's jars) and bubblewrap (the sandbox of workspaces): " +
        'type `sudo apt-get update && sudo apt-get install -y --no-install-recommends openjdk-17-jre-headless maven bubblewrap`, then start again.',
    );
  });

  it('is named by its Debian name elsewhere', () => {
    expect(refusal(['bubblewrap'], ['bubblewrap'], false)).toMatch(
      /package manager what Debian calls bubblewrap, then start again\.$/,
    );
  });
});
