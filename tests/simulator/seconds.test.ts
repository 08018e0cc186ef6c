/**
 * The length of a turn is a promise to somebody in pain: the estimate has to count what the ear hears.
 */
import { heard, seconds, words } from '../../simulator/heard';

describe('heard', () => {
  it.each([
    ['<speak>Bend your foot <break time="2s"/>up.</speak>', 'Bend your foot up.'],
    ['<speak>one<break/>two</speak>', 'one two'],
    ['<speak><s>Rest.</s><s>Sleep.</s></speak>', 'Rest. Sleep.'],
    ['<speak>Call <say-as interpret-as="digits">0911</say-as>.</speak>', 'Call 0911.'],
    ['<speak>Don&apos;t &amp; won&#39;t &lt; never</speak>', "Don't & won't < never"],
    ['<speak><amazon:effect name="whispered">  Good\n night. </amazon:effect></speak>', 'Good night.'],
    ['<speak>Ask your <sub alias="doctor">Dr</sub>.</speak>', 'Ask your doctor.'],
    ['<speak>1 < 2 <b>broken</speak>', '1 < 2 broken'],
    ['', ''],
  ])('%j is heard as %j', (ssml, text) => {
    expect(heard(ssml)).toBe(text);
  });

  it('decodes any number of entities', () => {
    expect(heard(`<speak>${'&apos;'.repeat(1500)}</speak>`)).toBe("'".repeat(1500));
  });
});

describe('words', () => {
  it.each([
    ['Bend your foot up.', 4],
    ['911', 3],
    ['call 911 now', 5],
    ["don't hurry, it’s fine", 4],
    ["your husband's half-way there", 5],
    ['a pause — then more...', 4],
    ['crampe à la cuisse', 4],
    ['पैर में दर्द', 3],
    ['ふくらはぎ', 2],
    ['', 0],
  ])('counts %j as %d', (text, count) => {
    expect(words(text)).toBeCloseTo(count, 5);
  });
});

describe('seconds', () => {
  const five = 'one two three four five';
  it.each([
    ['five words at 150 a minute', `<speak>${five}</speak>`, 2],
    ['a break in seconds', `<speak>${five}<break time="10s"/></speak>`, 12],
    ['a break in milliseconds', `<speak>${five}<break time="500ms"/></speak>`, 2.5],
    ['a break by strength', `<speak>${five}<break strength="x-strong"/></speak>`, 3],
    ['no break at all', `<speak>${five}<break strength="none"/></speak>`, 2],
    ['every break of a chain', `<speak>${'<break time="10s"/>'.repeat(3)}</speak>`, 30],
    ['a slow voice', `<speak><prosody rate="slow">${five}</prosody></speak>`, 2.46],
    ['a very slow voice', `<speak><prosody rate="x-slow">${five}</prosody></speak>`, 3.2],
    ['a fast voice', `<speak><prosody rate="fast">${five}</prosody></speak>`, 1.62],
    ['a voice by percent', `<speak><prosody rate="50%">${five}</prosody></speak>`, 4],
    ['a soft voice, no slower', `<speak><prosody volume="soft">${five}</prosody></speak>`, 2],
    ['one rate inside another', `<speak><prosody rate="50%"><prosody rate="50%">${five}</prosody></prosody></speak>`, 8],
    ['a pause that no rate stretches', '<speak><prosody rate="50%"><break time="3s"/></prosody></speak>', 3],
    ['a number digit by digit', '<speak><say-as interpret-as="digits">911</say-as></speak>', 1.2],
    ['letters spelled out', '<speak><say-as interpret-as="spell-out">MSM</say-as></speak>', 1.2],
    ['what stands for the written', `<speak><sub alias="${five}">5</sub></speak>`, 2],
    ['nothing', '', 0],
  ])('counts %s', (_, ssml, length) => {
    expect(seconds(ssml)).toBeCloseTo(length, 5);
  });
});
