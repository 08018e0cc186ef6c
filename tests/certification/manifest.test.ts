/**
 * The manifest, the icons and the package that are uploaded keep Amazon's rules, in every locale.
 */
import { certify } from './certify';
import { manifestChecks } from './checks/manifest';

certify(manifestChecks);
