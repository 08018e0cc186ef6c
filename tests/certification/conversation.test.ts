/**
 * The bundle that is deployed keeps the rules of the functional and the voice-interface tests in every locale and state: the tester who
 * certifies it tries them by hand.
 */
import { certify } from './certify';
import { conversationChecks } from './checks/conversation';

certify(conversationChecks);
