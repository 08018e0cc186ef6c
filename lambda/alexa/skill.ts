/**
 * Wires the conversation into ask-sdk: three registrations, and no others.
 */
import { type RequestHandler, type Skill, SkillBuilders } from 'ask-sdk-core';
import { respond } from '../dialog/respond';
import { readSession } from '../dialog/session';
import type { Knowledge } from '../knowledge/types';
import type { Render } from '../speech/render';
import { lastResort, mayBeAnswered } from './errors';
import { toHeard } from './hear';
import { toResponse } from './speak';

export interface SkillOptions {
  readonly knowledge: Knowledge;
  /** Renders in the locale of a request; a locale that we do not speak is answered in the nearest one that we do. */
  readonly renderFor: (locale: string | undefined) => Render;
  /** Requests of any other skill are refused. Unset, none are: the simulator and tests. */
  readonly skillId?: string | undefined;
}

/** Built with `.create()`: the callback handler that `.lambda()` gives is refused by Lambda's Node 24. */
export function createSkill({ knowledge, renderFor, skillId }: SkillOptions): Skill {
  const builder = SkillBuilders.custom()
    .addRequestHandlers(conversation(knowledge, renderFor), silence)
    .addErrorHandlers(lastResort(renderFor));
  return (skillId ? builder.withSkillId(skillId) : builder).create();
}

const conversation = (knowledge: Knowledge, renderFor: SkillOptions['renderFor']): RequestHandler => ({
  canHandle: ({ requestEnvelope: { request } }) => mayBeAnswered(request?.type),
  handle({ requestEnvelope, attributesManager }) {
    const session = readSession(requestEnvelope.session?.attributes);
    const reply = respond({ heard: toHeard(requestEnvelope, knowledge), session, knowledge });
    const response = toResponse(renderFor(requestEnvelope.request.locale)(reply));
    if (requestEnvelope.session) attributesManager.setSessionAttributes(reply.session ? { ...reply.session } : {});
    return response;
  },
});

/** SessionEnded, exceptions, skill events, and whatever Amazon adds next: heard, and not answered. */
const silence: RequestHandler = { canHandle: () => true, handle: () => ({}) };
