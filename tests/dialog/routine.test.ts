/**
 * Being led through stretches: the quiet of every hold is what the data says, at every pace; and after any words of steering, the
 * place is the one that a simple model says. Without this, "where was I" would be answered by whichever code ran last.
 */
import fc from 'fast-check';
import { respond } from '../../lambda/dialog/respond';
import { newSession, readSession } from '../../lambda/dialog/session';
import { stepsOf } from '../../lambda/dialog/steps';
import { type Heard, type Line, type Pace, paces, type Reply, type Session, type Underway } from '../../lambda/dialog/types';
import { seconds, words } from '../../simulator/heard';
import { knowledge, locales, renderIn } from '../support/skill';

const limits = { answerSeconds: 90, longestBreak: 10, wordsInARow: 30, characters: 8000 };

const say = (intent: Heard['intent'], slots: Heard['slots'] = {}): Heard => ({ intent, slots });
const answer = (session: Session, heard: Heard): Reply => respond({ heard, session, knowledge });

/** Every stretch by itself, in every position, on each side, and every routine. */
const asked: readonly { readonly name: string; readonly heard: Heard }[] = [
  ...knowledge.stretches.flatMap(({ id, muscles, positions }) =>
    (muscles.length > 0 ? muscles : ['shin']).flatMap((muscle) =>
      positions.flatMap((position) =>
        [undefined, 'left', 'right'].map((side) => {
          const gate = knowledge.triage.gates.find((one) => one.muscles.includes(muscle))?.id;
          const slots = {
            muscle,
            ...(side ? { side } : {}),
            ...(gate ? { gate } : {}),
            ...(position === 'pregnant' ? { group: 'pregnant' } : { position }),
          };
          return { name: `${id}/${muscle} ${position} ${side ?? 'both'}`, heard: say('stretch', slots) };
        }),
      ),
    ),
  ),
  ...knowledge.routines.flatMap(({ id, when }) =>
    ['in_bed', 'sitting', 'standing', 'cannot_reach'].map((position) => ({
      name: `${id} ${position}`,
      heard: say('stretch', { when: when[0] ?? null, position }),
    })),
  ),
];

/** All answers from the first to the last, going on each time. */
function done(heard: Heard, pace: Pace, counting: boolean): Reply[] {
  const replies = [answer({ ...newSession, pace, counting: counting || undefined }, heard)];
  for (let at = 0; at < 20; at += 1) {
    const { session } = replies.at(-1) as Reply;
    if (session?.offer?.yes.intent !== 'stretch') break;
    replies.push(answer(session, say('yes')));
  }
  return replies;
}

const isQuiet = (line: Line): line is { readonly pause: number } => 'pause' in line;
const keyOf = (line: Line | undefined): string => (line === undefined || isQuiet(line) ? '' : line.key);

/** Seconds of quiet that belong to each hold of an answer: rests stand behind "ease off, and rest". */
function holdsIn({ say: lines }: Reply): number[] {
  const holds: number[] = [];
  lines.forEach((line, index) => {
    if (/^dialog\.guide\.(start|again|last)$/.test(keyOf(line))) holds.push(0);
    if (isQuiet(line) && keyOf(lines[index - 1]) !== 'dialog.guide.rest') holds.push((holds.pop() ?? 0) + line.pause);
  });
  return holds;
}

const everyAnswer = asked.flatMap(({ name, heard }) =>
  paces.flatMap((pace) =>
    [false, true].map((counting) => ({
      name: `${name} ${pace}${counting ? ' counted' : ''}`,
      heard,
      pace,
      counting,
      replies: done(heard, pace, counting),
    })),
  ),
);

describe.each(locales)('in %s, a stretch that is asked for', (locale) => {
  const render = renderIn(locale);
  const rendered = everyAnswer.map((one) => ({ ...one, ssml: one.replies.map((reply) => render(reply).ssml) }));
  const broken = (isBroken: (one: (typeof rendered)[number]) => boolean): string[] =>
    rendered.filter(isBroken).map(({ name }) => name);

  it('is told in a table', () => {
    const rows = rendered
      .filter(({ name, counting }) => !counting && /both|bedtime/.test(name))
      .map(({ name, replies, ssml }) => {
        const holds = replies.map((reply) => holdsIn(reply).join(' + ')).join(' | ');
        return `  ${name.padEnd(38)} ${ssml
          .map((one) => `${Math.round(seconds(one))} s`)
          .join(', ')
          .padEnd(32)} holds ${holds}`;
      });
    console.info([`${locale}: answers, and what is held in each`, ...rows].join('\n'));
    expect(rows.length).toBeGreaterThan(100);
  });

  it('is held as long as the data says, within its facts at every pace, and as often', () => {
    const wrong = broken(({ heard, pace, replies }) => {
      const underway = replies[0]?.session?.routine;
      const steps = underway ? stepsOf(knowledge, underway) : [];
      const held = replies.flatMap(holdsIn);
      return (
        steps.length === 0 ||
        held.length !== steps.length ||
        steps.some(({ hold, longest }, index) => {
          const [least, most] = pace === 'slow' ? [hold, longest] : [hold, hold];
          const quiet = held[index] ?? 0;
          return quiet < least * 0.9 || quiet > most * 1.1 || heard.intent !== 'stretch';
        })
      );
    });
    expect(wrong).toEqual([]);
    // A trial's ten seconds stay ten seconds, however slowly somebody goes.
    const slowly = done(say('stretch', { when: 'bedtime' }), 'slow', false);
    expect(new Set(slowly.flatMap(holdsIn))).toEqual(new Set([10]));
  });

  it(`lasts ${limits.answerSeconds} seconds an answer, in breaks and lengths that Alexa takes`, () => {
    expect(broken(({ ssml }) => ssml.some((one) => seconds(one) > limits.answerSeconds))).toEqual([]);
    expect(broken(({ ssml }) => ssml.some((one) => one.length >= limits.characters))).toEqual([]);
    const breaks = rendered.flatMap(({ ssml }) => ssml.flatMap((one) => [...one.matchAll(/<break time="([\d.]+)s"\/>/g)]));
    expect(Math.max(...breaks.map(([, length]) => Number(length)))).toBeLessThanOrEqual(limits.longestBreak);
  });

  it(`says ${limits.wordsInARow} words at most before it is quiet`, () => {
    const runs = ({ say: lines }: Reply): Line[][] => {
      const breaks = [-1, ...lines.flatMap((line, index) => (isQuiet(line) ? [index] : [])), lines.length];
      return breaks.slice(1).map((end, index) => lines.slice((breaks[index] ?? -1) + 1, end));
    };
    const long = everyAnswer
      .flatMap(({ replies }) => replies.flatMap(runs))
      .filter((run) => words(render({ say: run }).text) > limits.wordsInARow);
    expect([...new Set(long.map((run) => render({ say: run }).text))]).toEqual([]);
  });

  it('has a cue at the start, half-way and near the end; counts only when asked to', () => {
    const cues = (reply: Reply): string[] => reply.say.map(keyOf).filter((key) => key.startsWith('dialog.guide.'));
    const [plain] = done(say('stretch', { muscle: 'calf' }), 'usual', false);
    const [counted] = done(say('stretch', { muscle: 'calf' }), 'usual', true);

    expect(plain && cues(plain).slice(0, 4)).toEqual([
      'dialog.guide.left',
      'dialog.guide.start',
      'dialog.guide.hold',
      'dialog.guide.near',
    ]);
    expect(plain && cues(plain).some((key) => key.includes('count'))).toBe(false);
    expect(counted && cues(counted).filter((key) => key.includes('count'))).toHaveLength(15);
  });

  it('asks four times at most for the bedtime stretches', () => {
    expect(done(say('stretch', { when: 'bedtime' }), 'usual', false)).toHaveLength(4);
  });
});

describe('where somebody is', () => {
  /** What may be said, in the words of the model. */
  const steering = [
    'next',
    'more',
    'resume',
    'yes',
    'no',
    'unsure',
    'previous',
    'repeat',
    'startOver',
    'otherSide',
    'slower',
    'faster',
    'pause',
    'progress',
    'help',
    'fallback',
    'causes',
    'whisper',
    'count',
    'sitting',
    'standing',
    'in_bed',
    'lost',
  ] as const;
  type Said = (typeof steering)[number];
  const heardOf = (said: Said): Heard => {
    if (said === 'whisper' || said === 'count') return say('voice', { voice: said });
    if (said === 'sitting' || said === 'standing' || said === 'in_bed') return say('stretch', { position: said });
    return said === 'lost' ? say('launch') : say(said);
  };

  /** The model: the step, what a yes leads to, and what was said last. */
  interface Model {
    readonly at: number;
    readonly last: 'led' | 'paused' | 'away';
    readonly pace: Pace;
    readonly routine: Underway;
    readonly misses: number;
  }

  /** How many holds go into one answer: as many as fit into ninety seconds of plan, and stay on one side. */
  function holdsFrom({ routine, pace }: Model, at: number): number {
    const steps = stepsOf(knowledge, routine);
    const step = steps[at];
    if (!step) return 0;
    const speech = { slow: 1.25, usual: 1, fast: 0.85 }[pace];
    const hold = pace === 'slow' ? Math.min(step.longest, Math.round(step.hold * 1.5)) : step.hold;
    const rest = Math.round(step.rest * { slow: 1.5, usual: 1, fast: 0.5 }[pace]);
    const fit = Math.floor((90 - 17 * speech + rest) / (hold + 6 * speech + rest));
    return Math.min(Math.max(1, fit), step.times - step.round);
  }

  function startsOf(model: Model): number[] {
    const starts: number[] = [];
    for (let at = 0; at < stepsOf(knowledge, model.routine).length; at += holdsFrom(model, at)) starts.push(at);
    return starts;
  }

  const led = (model: Model, at: number): Model => ({ ...model, at, last: 'led', misses: 0 });
  const away = (model: Model): Model => ({ ...model, last: 'away', misses: 0 });

  /** What the model expects; undefined where the routine is over. */
  function expected(model: Model, said: Said): Model | undefined {
    const steps = stepsOf(knowledge, model.routine);
    const now = steps[model.at];
    const next = model.at + holdsFrom(model, model.at);
    const pace = paces[paces.indexOf(model.pace) + (said === 'slower' ? -1 : 1)] ?? model.pace;
    switch (said) {
      case 'yes':
      case 'next':
      case 'resume':
      case 'more':
        if (model.last !== 'led') return led(model, model.at);
        return next < steps.length ? led(model, next) : undefined;
      case 'no':
        if (model.last === 'away') return undefined;
        if (model.last === 'led' && next >= steps.length) return led(model, model.at);
        return { ...model, last: 'paused', misses: 0 };
      case 'unsure':
        if (model.last === 'away') return away(model);
        if (model.last === 'led' && next >= steps.length) return undefined;
        return { ...model, last: 'paused', misses: 0 };
      case 'pause':
        return model.last === 'away' ? { ...model, last: 'paused' } : { ...model, last: 'paused', misses: 0 };
      case 'previous':
        return led(
          model,
          startsOf(model)
            .filter((at) => at < model.at)
            .at(-1) ?? 0,
        );
      case 'startOver':
        return led(model, 0);
      case 'repeat':
        return led(model, model.at);
      case 'otherSide': {
        if (!now?.side) return led(model, model.at);
        const side = now.side === 'left' ? 'right' : 'left';
        if (model.routine.side) return led({ ...model, routine: { ...model.routine, side } }, model.at);
        return led(
          model,
          steps.findIndex((one) => one.stretch === now.stretch && one.side === side),
        );
      }
      case 'slower':
      case 'faster':
        return led({ ...model, pace }, model.at);
      case 'whisper':
      case 'count':
        return led(model, model.at);
      case 'sitting':
      case 'standing':
      case 'in_bed': {
        const routine = { ...model.routine, position: said };
        const all = stepsOf(knowledge, routine);
        const same = all.findIndex((one) => one.stretch === now?.stretch && one.side === now?.side && one.round === now?.round);
        return led({ ...model, routine }, same >= 0 ? same : all.findIndex((one) => one.stretch === now?.stretch));
      }
      case 'fallback':
        return model.misses >= 2 ? undefined : { ...model, last: 'away', misses: model.misses + 1 };
      default:
        return away(model);
    }
  }

  /** Words that mean the last answer, and not the routine, once something else was asked: the model leaves them to other tests. */
  const elsewhere: ReadonlySet<Said> = new Set(['repeat', 'slower', 'faster', 'whisper', 'count', 'pause', 'more', 'progress']);

  const begin: readonly Heard[] = [
    say('stretch', { when: 'bedtime' }),
    say('stretch', { when: 'bedtime', position: 'sitting' }),
    say('stretch', { muscle: 'calf' }),
    say('stretch', { muscle: 'calf', side: 'left' }),
    say('stretch', { muscle: 'thigh', position: 'sitting' }),
    say('stretch', { muscle: 'neck', gate: 'jaw' }),
    say('stretch', { muscle: 'shin' }),
  ];

  it('is what a simple model says, after any words of steering, on five thousand walks', () => {
    const seen = { turns: 0, ended: 0, said: new Set<string>() };
    fc.assert(
      fc.property(
        fc.constantFrom(...begin),
        fc.array(fc.constantFrom(...steering), { minLength: 1, maxLength: 12 }),
        (first, walk) => {
          let { session } = answer(newSession, first) as { session: Session };
          let model: Model | undefined = { at: 0, last: 'led', pace: 'usual', routine: session.routine as Underway, misses: 0 };
          for (const said of walk) {
            if (!model) break;
            if (model.last === 'away' && elsewhere.has(said)) continue;
            const reply = answer(readSession(JSON.parse(JSON.stringify(session))), heardOf(said));
            model = expected(model, said);
            seen.turns += 1;
            seen.said.add(said);
            if (!model) {
              seen.ended += 1;
              expect(reply.session?.routine).toBeUndefined();
              break;
            }
            // No dead end: there is always a question, and a word that leads out.
            expect(reply.ask).toBeDefined();
            session = reply.session as Session;
            expect(answer(session, say('stop')).session).toBeUndefined();
            expect({ said, step: session.routine?.step, side: session.routine?.side }).toEqual({
              said,
              step: model.at,
              side: model.routine.side,
            });
            if (model.last !== 'led') continue;
            const steps = stepsOf(knowledge, model.routine);
            const step = steps[model.at];
            expect(reply.say.map(keyOf)).toContain(`stretches.${step?.stretch.id}.${step?.position}.steps`);
            if (step?.side) expect(reply.say.map(keyOf)).toContain(`dialog.guide.${step.side}`);
            expect(holdsIn(reply)).toHaveLength(holdsFrom(model, model.at));
          }
        },
      ),
      { numRuns: 5_000, seed: 20_261_124 },
    );
    expect([...steering].filter((said) => !seen.said.has(said))).toEqual([]);
    expect(seen.turns).toBeGreaterThan(15_000);
    expect(seen.ended).toBeGreaterThan(500);
    console.info(`${seen.turns} turns on 5000 walks, ${seen.ended} of which came to an end`);
  }, 120_000);

  it('is lost to a cramp, to a sign and to danger', () => {
    const { session } = answer(newSession, say('stretch', { when: 'bedtime' })) as { session: Session };

    expect(answer(session, say('crampNow', { muscle: 'calf' })).session?.routine).toBeUndefined();
    expect(answer(session, say('notHelping', { symptom: 'worse' })).session?.routine).toBeUndefined();
    expect(answer(session, say('symptom', { symptom: 'swelling', muscle: 'calf' })).session?.routine).toBeUndefined();
    expect(answer(session, say('symptom', { emergencySign: 'chest_pain' })).session).toBeUndefined();
  });

  it('is gone after swelling: no stretch is led or offered, however it is asked for, and no question is asked twice running', () => {
    const first = answer(newSession, say('symptom', { symptom: 'swelling', muscle: 'calf' })) as { session: Session };
    for (const asking of [say('stretch'), say('crampNow', { muscle: 'calf' }), say('otherSide'), say('notHelping')]) {
      expect(answer(first.session, asking).say.map(keyOf)).toContain('topics.warning.lines.swelling');
    }
    let session = first.session;
    for (const turn of ['causes', 'more', 'more', 'overview', 'more', 'more', 'relief', 'more', 'prevention', 'more'] as const) {
      const reply = answer(session, say(turn));
      if (!reply.session) break;
      expect(reply.ask?.key).not.toBe('offers.stretch');
      expect(reply.ask?.key).not.toBe(session.asked?.key);
      session = reply.session;
    }
    // A muscle whose pain may be an emergency is asked about all the same.
    expect(answer(first.session, say('crampNow', { muscle: 'chest' })).ask?.key).toMatch(/^triage\.gates\.heart/);
  });

  it('is asked about first where a question comes before a stretch, and goes on with its no', () => {
    const { session } = answer(newSession, say('stretch', { muscle: 'neck' })) as { session: Session };
    expect(session.routine).toBeUndefined();
    expect(session.asked?.key).toMatch(/^triage\.gates\./);
    const { session: led } = answer(session, say('no')) as { session: Session };

    expect(led.routine).toMatchObject({ routine: 'neck', step: 0 });
  });

  it('leads to the likeliest stretch when the routine of a bookmark is gone', () => {
    const session: Session = { ...newSession, routine: { routine: 'gone', step: 7 } };

    expect(answer(session, say('resume')).session?.routine).toMatchObject({ routine: 'calf', step: 0 });
  });
});
