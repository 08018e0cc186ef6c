/**
 * Wires the conversation into ask-sdk: three registrations, and no others.
 */
import { type RequestHandler, type Skill, SkillBuilders } from 'ask-sdk-core';
import { readSession } from '../dialog/session';
import type { Knowledge, SignWords } from '../knowledge/types';
import type { Render } from '../speech/render';
import { answer, type Sources, userOf } from './answer';
import { lastResort, mayBeAnswered } from './errors';
import { toHeard } from './hear';
import { toResponse } from './speak';

export interface SkillOptions extends Sources {
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
    .addRequestHandlers(conversation(options), silence(options))
    .addErrorHandlers(lastResort(options.renderFor));
  return (skillId ? builder.withSkillId(skillId) : builder).create();
}

const conversation = ({ knowledge, renderFor, signsFor, ...sources }: SkillOptions): RequestHandler => ({
  canHandle: ({ requestEnvelope: { request } }) => mayBeAnswered(request?.type),
  async handle({ requestEnvelope, attributesManager }) {
    const { locale } = requestEnvelope.request;
    const heard = toHeard(requestEnvelope, knowledge, () => signsFor(locale));
    const turn = { heard, session: readSession(requestEnvelope.session?.attributes), knowledge };
    const answered = await answer(turn, requestEnvelope, sources);
    const response = toResponse(renderFor(locale)(answered));
    if (requestEnvelope.session) attributesManager.setSessionAttributes(answered.session ? { ...answered.session } : {});
    return response;
  },
});

/** SessionEnded, exceptions, skill events, and whatever Amazon adds next: heard, and not answered. Who leaves is forgotten. */
const silence = ({ kept }: SkillOptions): RequestHandler => ({
  canHandle: () => true,
  async handle({ requestEnvelope }) {
    const userId = userOf(requestEnvelope);
    if (requestEnvelope.request?.type === 'AlexaSkillEvent.SkillDisabled' && userId) await kept.forget(userId);
    return {};
  },
});
