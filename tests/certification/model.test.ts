/**
 * The interaction models that are uploaded keep Amazon's rules, in every locale: one that does not is refused, or never understood.
 */
import { certify } from './certify';
import { modelChecks } from './checks/model';

certify(modelChecks);
