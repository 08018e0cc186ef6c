/**
 * Wires the conversation into ask-sdk: three registrations, and no others.
 */
import { type RequestHandler, type Skill, SkillBuilders } from 'ask-sdk-core';
import { respond } from '../dialog/respond';
import { readSession } from '../dialog/session';
import type { Knowledge, SignWords } from '../knowledge/types';
import type { Render } from '../speech/render';
import { lastResort, mayBeAnswered } from './errors';
import { toHeard } from './hear';
import { toResponse } from './speak';

export interface SkillOptions {
  readonly knowledge: Knowledge;
  /** Renders in the locale of a request; a locale that we do not speak is answered in the nearest one that we do. */
  readonly renderFor: (locale: string | undefined) => Render;
  /** The words of danger of a locale; asked for only where a slot has words that no id stands for. */
  readonly signsFor: (locale: string | undefined) => SignWords;
  /** Requests of any other skill are refused. Unset, none are: the simulator and tests. */
  readonly skillId?: string | undefined;
}

/** Built with `.create()`: the callback handler that `.lambda()` gives is refused by Lambda's Node 24. */
export function createSkill({ skillId, ...options }: SkillOptions): Skill {
  const builder = SkillBuilders.custom()
    .addRequestHandlers(conversation(options), silence)
    .addErrorHandlers(lastResort(options.renderFor));
  return (skillId ? builder.withSkillId(skillId) : builder).create();
}

const conversation = ({ knowledge, renderFor, signsFor }: SkillOptions): RequestHandler => ({
  canHandle: ({ requestEnvelope: { request } }) => mayBeAnswered(request?.type),
  handle({ requestEnvelope, attributesManager }) {
    const session = readSession(requestEnvelope.session?.attributes);
    const { locale } = requestEnvelope.request;
    const heard = toHeard(requestEnvelope, knowledge, () => signsFor(locale));
    const reply = respond({ heard, session, knowledge });
    const response = toResponse(renderFor(locale)(reply));
    if (requestEnvelope.session) attributesManager.setSessionAttributes(reply.session ? { ...reply.session } : {});
    return response;
  },
});

/** SessionEnded, exceptions, skill events, and whatever Amazon adds next: heard, and not answered. */
const silence: RequestHandler = { canHandle: () => true, handle: () => ({}) };
