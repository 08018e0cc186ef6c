/** The rehearsals: what they need is heavy and comes from the registry once, so `npm test` leaves them out. */
const config = require('./jest.config.cjs');

module.exports = { ...config, roots: ['<rootDir>/tests/deploy'], testPathIgnorePatterns: ['/node_modules/'] };
