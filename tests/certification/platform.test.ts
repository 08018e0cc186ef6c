/**
 * The bundle that is deployed bears whatever Alexa sends, leaves out, or keeps waiting.
 */
import { certify } from './certify';
import { platformChecks } from './checks/platform';

certify(platformChecks);
