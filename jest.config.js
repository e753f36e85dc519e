// Tests run on what `npm run build` compiled, one file at a time: they share two cores, one Postgres and one Kafka,
// which the global setup starts on free ports and stops by process id.
export default {
  transform: {},
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/infra'],
  testMatch: ['**/dist/**/*.spec.js'],
  testTimeout: 60_000,
  maxWorkers: 1,
  ...(process.env.HUB_TEST_RULES_ONLY === '1' && { testPathIgnorePatterns: ['/node_modules/', '\\.int\\.spec\\.js$'] }),
  modulePathIgnorePatterns: ['<rootDir>/infra/checks/fixtures/'],
  reporters: ['default', '<rootDir>/infra/checks/dist/src/jest/closing-line.js'],
  globalSetup: '<rootDir>/libs/testkit/dist/src/global-setup.js',
  globalTeardown: '<rootDir>/libs/testkit/dist/src/global-teardown.js',
};
