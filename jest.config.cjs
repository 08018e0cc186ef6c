/** Types are checked once, by `npm run check`; swc only strips them, as esbuild does for the bundle. */
const esmPackages = ['syllable', 'flesch-kincaid'];

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  transform: { '^.+\\.[jt]sx?$': ['@swc/jest', { module: { type: 'commonjs' }, sourceMaps: 'inline' }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  testTimeout: 60_000,
};
