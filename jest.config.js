// Tests run on what `npm run build` compiled. Rules need nothing; the others use one Postgres and one Kafka,
// started on the first test that asks, on free ports, and stopped by process id in the end.
export default {
  transform: {},
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/infra'],
  testMatch: ['**/dist/**/*.spec.js'],
  testTimeout: 60_000,
};
