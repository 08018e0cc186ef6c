/** Types are checked once, by `npm run check`; swc only strips them, as esbuild does for the bundle. */
const esmPackages = ['syllable', 'flesch-kincaid'];

module.exports = {
  testEnvironment: 'node',
  // Jest leaves one processor free, which is half of what CI has.
  maxWorkers: '100%',
  roots: ['<rootDir>/tests'],
  // `npm run test:deploy` runs those, by jest.deploy.cjs: they need the registry once.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/deploy/'],
  transform: { '^.+\\.[jt]sx?$': ['@swc/jest', { module: { type: 'commonjs' }, sourceMaps: 'inline' }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  testTimeout: 60_000,
};
