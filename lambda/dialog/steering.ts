/**
 * Steering the conversation: yes and no, more, again, a moment's quiet. What each means depends on what is on offer.
 */
import { courteousHelp } from './courtesies';
import { easing } from './first-aid';
import { asking, backToStep, type Candidate, candidate, closing, hear, line } from './reply';
import { isFirstAid } from './session';
import { topicIds } from './topic-ids';
import { follow, goOn } from './topics';
import type { Answer, Asking, Heard, Intent, Reply, Turn } from './types';

/** Intents whose answer may be to follow an offer. */
const followers: ReadonlySet<Intent> = new Set(['yes', 'no', 'unsure', 'more', 'next', 'resume']);

/** Answers what an offer stands for; given by `respond`, so that this file need not know the table. */
type Again = (turn: Turn) => Reply;

export interface Steering {
  readonly yes: Answer;
  readonly no: Answer;
  readonly unsure: Answer;
  readonly more: Answer;
  readonly next: Answer;
  readonly resume: Answer;
  readonly repeat: Answer;
  readonly slower: Answer;
  readonly faster: Answer;
  readonly pause: Answer;
  readonly startOver: Answer;
  readonly whatAbout: Answer;
}

export function steering(respond: Again): Steering {
  /** What follows an offer cannot follow the same offer again: a session that says so would never end. */
  const instead = (turn: Turn, heard: Heard): Reply =>
    respond(
      followers.has(heard.intent) ? { ...turn, heard, session: { ...turn.session, offer: undefined } } : { ...turn, heard },
    );

  /** A yes is a promise kept; with nothing on offer it gets help, never a random action. */
  const yes: Answer = (turn) => (turn.session.offer ? instead(turn, turn.session.offer.yes) : courteousHelp(turn));

  /** A no has its own answer; failing that one other offer, and after a second no a kind end. */
  const no: Answer = (turn) => {
    const { offer, declined } = turn.session;
    if (offer?.no) return instead(turn, offer.no);
    if (!offer || declined) return closing([line('dialog.goodbye')]);
    // Not back to the stretch: then it is over.
    const session = { ...turn.session, left: [], routine: undefined };
    return asking({ ...turn, session }, [line('dialog.declined')], follows({ ...turn, session }), { declined: true });
  };

  /** "Go on", "next", "okay": whatever one thing can follow. */
  const more: Answer = (turn) => {
    const { offer, paused } = turn.session;
    if (paused) return goBack(turn);
    const onward = goOn(turn);
    if (onward) return onward;
    // "Go on" to "Has it let go?" is no yes: the muscle may still be tight.
    if (offer?.yes.intent === 'better') return steer.repeat(turn);
    return offer ? instead(turn, offer.yes) : closing([line('dialog.more.end'), line('dialog.goodbye')]);
  };

  const unsure: Answer = (turn) => (turn.session.offer?.unsure ? instead(turn, turn.session.offer.unsure) : courteousHelp(turn));

  /** The last answer again. A second time running it is slower. */
  const again =
    (rate: (repeats: number) => Asking['rate']): Answer =>
    (turn) => {
      const { said, asked, offer, repeats } = turn.session;
      if (said.length === 0 && !asked) return instead(turn, hear('launch'));
      const question = asked ? candidate(asked.key, offer) : nothingElse;
      const session = { ...turn.session, asked: undefined };
      return asking({ ...turn, session }, said, [question], { repeats: 1, paused: turn.session.paused }, { rate: rate(repeats) });
    };

  /** Half a minute of quiet inside the answer, since the microphone would close after eight seconds. */
  const pause: Answer = (turn) => {
    const { asked, offer, said, paused } = turn.session;
    const held = paused ?? { asked: asked ?? nothingElse.question, offer };
    const ready = { yes: hear('resume'), no: hear('pause'), unsure: hear('pause') };
    return asking(
      turn,
      [line('dialog.pause.line'), { pause: 10 }, { pause: 10 }, { pause: 10 }],
      [candidate('dialog.pause.ask', ready), candidate('dialog.pause.askAgain', ready)],
      { said, paused: held },
    );
  };

  const startOver: Answer = (turn) => instead(turn, turn.session.about ?? hear('launch'));

  /** The same question for another muscle, person or group; with none asked yet, the likeliest one. */
  const whatAbout: Answer = (turn) => {
    const { about } = turn.session;
    const { muscle, group, who } = turn.heard.slots;
    const fits = about && (group === undefined || topicIds[about.intent] === undefined || hasGroup(turn, about));
    if (fits) return instead(turn, { ...about, slots: { ...withoutGate(about.slots), ...turn.heard.slots } });
    if (group !== undefined) return instead(turn, hear('risk', { group }));
    if (muscle !== undefined) return instead(turn, hear('crampNow', { muscle }));
    return who === undefined ? courteousHelp(turn) : instead(turn, hear('crampNow', { who }));
  };

  const steer: Steering = {
    yes,
    no,
    unsure,
    more,
    next: more,
    resume: more,
    repeat: again((repeats) => (repeats > 0 ? 'slow' : undefined)),
    slower: again(() => 'slow'),
    faster: again(() => 'fast'),
    pause,
    startOver,
    whatAbout,
  };
  return steer;
}

/** The question that fits where the conversation stands. */
export function follows(turn: Turn): readonly [Candidate, ...Candidate[]] {
  const { about, left } = turn.session;
  if (isFirstAid(turn.session)) return easing;
  if (turn.session.routine) return backToStep(turn.session.routine);
  const id = about && (isWarned(turn, about) ? 'warning' : topicIds[about.intent]);
  return id ? follow(turn, left[0]?.topic ?? id, left) : nothingElseYet;
}

/** A sign for today is answered by its own topic, whatever was asked. */
const isWarned = ({ knowledge }: Turn, { slots }: Heard): boolean =>
  typeof slots['symptom'] === 'string' && knowledge.triage.today.includes(slots['symptom']);

const nothingElse = candidate('dialog.again.ask');
const nothingElseYet: readonly [Candidate, ...Candidate[]] = [nothingElse, candidate('dialog.help.ask')];

/** After a pause: the last lines and their question again. */
function goBack(turn: Turn): Reply {
  const { paused, said } = turn.session;
  const question = paused ? candidate(paused.asked.key, paused.offer) : nothingElse;
  return asking(turn, said, [question]);
}

const hasGroup = ({ knowledge }: Turn, { intent }: Heard): boolean => {
  const id = topicIds[intent];
  return id !== undefined && knowledge.topics[id]?.answers['group'] !== undefined;
};

const withoutGate = ({ gate: _gate, ...slots }: Heard['slots']): Heard['slots'] => slots;
