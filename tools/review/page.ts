/**
 * A review sheet as one HTML page that needs nothing else: it opens from a file, and saves what was signed as a file for
 * `content/signatures`. Pure.
 */
import type { Basis, Row, Sheet } from './sheet';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (value: unknown): string => String(value).replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** Markup whose values are escaped, but for markup inside it. */
class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
const html = (parts: TemplateStringsArray, ...values: readonly unknown[]): Html =>
  new Html(parts.map((part, at) => part + (at < values.length ? plain(values[at]) : '')).join(''));
const plain = (value: unknown): string =>
  value instanceof Html ? value.text : Array.isArray(value) ? value.map(plain).join('') : escaped(value ?? '');

export function pageOf({ language, locales, measure, health, conversation }: Sheet): string {
  const signed = health.filter(({ signature }) => signature).length;
  const weak = health.filter(isWeak).length;
  const late = [...health, ...conversation].filter(({ toReview }) => toReview).length;
  const limit = 'atMost' in measure.easy ? `${measure.easy.atMost} or less` : `${measure.easy.atLeast} or more`;
  return `<!doctype html>${
    html`
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cramp Helper, ${language}: what is said</title>
<style>${new Html(style)}</style>
</head>
<body data-language="${language}">
<header lang="en">
  <h1>Cramp Helper: what is said in ${locales.join(', ')}</h1>
  <p class="count"><strong>${signed} of ${health.length} lines signed.</strong>
    ${weak} rest on a source of tier C and stand first. ${late} to review, because their original has changed.</p>
  <p>Read each line as it would be heard at three in the morning. Is it true, by the facts beside it? Is it safe? Would somebody who
    speaks this language from home say it so? Tick what you sign; a line that changes later is unsigned again.
    Grade: ${measure.name} (${measure.source}), ${limit}. Seconds: at 150 words a minute.</p>
  <form>
    <label>Name <input name="name" autocomplete="name"></label>
    <label>Role <input name="role" placeholder="physician, native reader"></label>
    <label>Date <input name="date" type="date"></label>
    <button type="submit">Save what I signed</button>
    <label>Find <input name="find" type="search"></label>
    <output></output>
  </form>
</header>
<main>
  <h2 lang="en">About health (${health.length})</h2>
  ${health.map(rowOf)}
  <h2 lang="en">Conversation: questions, courtesies, titles and names (${conversation.length})</h2>
  ${conversation.map(rowOf)}
</main>
<script>${new Html(script)}</script>
</body>
</html>
`.text
  }`;
}

const isWeak = ({ facts }: Row): boolean => facts.some(({ tier }) => tier === 'C');

const rowOf = (row: Row): Html => html`
  <article class="${row.toReview ? 'late' : row.signature ? 'signed' : ''}" id="${row.folder}.${row.key}">
    <div class="said">
      ${row.heard.map(({ text, locales }) => html`<p>${text}${row.heard.length > 1 || isLocale(row.folder) ? html` <small lang="en">${locales.join(', ')}</small>` : ''}</p>`)}
      ${row.heard.length === 0 ? html`<p lang="en"><small>Every region says it otherwise.</small></p>` : ''}
      ${row.original === undefined ? '' : html`<p class="original" lang="en">${row.original}</p>`}
      <p class="key" lang="en"><code>${row.key}</code>${isLocale(row.folder) ? ` in ${row.folder}` : ''}</p>
    </div>
    <dl lang="en">
      <div><dt>Seconds</dt><dd>${row.seconds.toFixed(1)}</dd></div>
      <div class="${row.easy || row.kind !== 'line' ? '' : 'hard'}"><dt>Grade</dt><dd>${row.grade.toFixed(1)}</dd></div>
      <div><dt>Kind</dt><dd>${row.kind}</dd></div>
    </dl>
    <ul class="facts" lang="en">${row.facts.map(factOf)}</ul>
    <div class="status" lang="en">
      <label><input type="checkbox" name="line" data-folder="${row.folder}" data-key="${row.key}" data-mark="${row.mark}"> Sign</label>
      <p>${statusOf(row)}</p>
    </div>
  </article>`;

const isLocale = (folder: string): boolean => folder.includes('-');

const factOf = ({ id, claim, tier, triage, verification, reviewed, published }: Basis): Html => html`
  <li>${claim} <small><code>${id}</code>${tier ? html` <b class="tier${tier}">tier ${tier}</b>` : ''}${triage ? `, urgency ${triage}` : ''}${verification ? `, ${verification}` : ''}, checked ${reviewed}:
    ${published ? html`<a href="${published.url}" rel="noreferrer">${published.publisher}, ${published.title}</a>` : ''}</small></li>`;

const statusOf = ({ toReview, signature, original }: Row): string => {
  if (toReview) return 'To review: the original has changed.';
  if (signature) return `Signed by ${signature.name}, ${signature.role}, ${signature.date}.`;
  return original === undefined ? 'Written, not signed.' : 'Translated, not signed.';
};

const style = `
:root { color-scheme: light; --ink: #1c2733; --soft: #56636f; --line: #d5dce2; --blue: #0b5cad; --amber: #8a4b00; --green: #1b6b3a; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.45 system-ui, sans-serif; color: var(--ink); background: #f4f6f8; }
header { position: sticky; top: 0; z-index: 1; padding: .8rem 1.5rem; background: #fff; border-bottom: 1px solid var(--line); }
h1 { margin: 0 0 .2rem; font-size: 1.25rem; }
header p { margin: .15rem 0; max-width: 110ch; font-size: .9rem; color: var(--soft); }
.count { color: var(--ink); }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin-top: .5rem; }
form label { font-size: .85rem; }
input, button { font: inherit; padding: .25rem .5rem; border: 1px solid #7d8a96; border-radius: .35rem; }
button { color: #fff; background: var(--blue); border-color: var(--blue); cursor: pointer; }
main { padding: 0 1.5rem 3rem; }
h2 { margin: 1.5rem 0 .6rem; font-size: 1.05rem; }
article { display: grid; grid-template-columns: minmax(20rem, 5fr) 9rem minmax(16rem, 4fr) 11rem; gap: .5rem 1.25rem; padding: .8rem 1rem;
  margin-bottom: .5rem; background: #fff; border: 1px solid var(--line); border-left: .35rem solid #9aa6b1; border-radius: .4rem; }
article.late { border-left-color: #c77700; }
article.signed { border-left-color: var(--green); }
article p { margin: 0 0 .25rem; }
.said > p:first-child { font-size: 1.15rem; }
.original { color: var(--soft); font-style: italic; }
.key, small { font-size: .8rem; color: var(--soft); }
dl { margin: 0; font-size: .85rem; }
dl div { display: flex; justify-content: space-between; }
dt { color: var(--soft); }
dd { margin: 0; font-variant-numeric: tabular-nums; }
.hard dd { color: var(--amber); font-weight: 700; }
.facts { margin: 0; padding-left: 1.1rem; font-size: .85rem; overflow-wrap: anywhere; }
.tierC { color: var(--amber); }
.status { font-size: .85rem; }
a { color: var(--blue); }
@media (max-width: 70rem) { header { position: static; } article { grid-template-columns: 1fr; } }
`;

/** Runs in the reviewer's browser. */
const script = `
const form = document.querySelector('form');
form.date.valueAsDate = new Date();
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const told = form.querySelector('output');
  const ticked = [...document.querySelectorAll('[name=line]:checked')];
  const person = ['name', 'role', 'date'].map((field) => form[field].value.trim());
  if (person.some((value) => value.length < 3)) return (told.textContent = 'Name, role and date first, please.');
  if (ticked.length === 0) return (told.textContent = 'Nothing is ticked yet.');
  const folders = [...new Set(ticked.map(({ dataset }) => dataset.folder))];
  for (const folder of folders) {
    const lines = ticked.filter(({ dataset }) => dataset.folder === folder).map(({ dataset }) => '    ' + dataset.key + ': "' + dataset.mark + '"');
    const [name, role, date] = person.map((value) => JSON.stringify(value));
    const text = '- name: ' + name + '\\n  role: ' + role + '\\n  date: ' + date.slice(1, -1) + '\\n  lines:\\n' + lines.join('\\n') + '\\n';
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
    link.download = folder + '.yaml';
    link.click();
  }
  told.textContent = ticked.length + ' saved as ' + folders.map((folder) => folder + '.yaml').join(', ') + ': add them to content/signatures.';
});
form.find.addEventListener('input', () => {
  const wanted = form.find.value.toLowerCase();
  for (const row of document.querySelectorAll('article')) row.hidden = !row.textContent.toLowerCase().includes(wanted);
});
`;
