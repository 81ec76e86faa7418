import { stringify } from 'yaml';
import type { FieldSpec } from '../schema/field.ts';
import { aRecord } from './a-record.ts';
import type { LeftOut, Proposal, ProposedField, ProposedGift, ProposedKey, Question } from './proposal.ts';

/** The file that a proposal comes to: what is known as lines, what is open or may be wanted as comments. */
export function sourceText(proposal: Proposal): string {
  const { keys, gives, questions, leftOut } = proposal;
  const ofFile = questions.filter((question) => belongsToFile(question));
  const ofColumns = questions.filter((question) => !belongsToFile(question));
  const lines = [
    '# yaml-language-server: $schema=../../.schemas/source.schema.json',
    ...headOf(proposal),
    `reads: ${inYaml(proposal.reads)}`,
    ...(questions.length === 0 ? [] : [`open questions: ${inYaml(questions.map(({ name }) => name))}`]),
    ...keys.map(keyLine),
    ...ofFile.flatMap((question) => openLines(question, '')),
    ...(gives.length === 0 ? [] : ['gives:']),
    ...gives.flatMap((gift, index) => giftLines(gift, index === 0 ? ofColumns : [])),
    ...leftOutLines(leftOut),
  ];
  return `${lines.join('\n')}\n`;
}

function headOf({ record, crm, why, questions }: Proposal): string[] {
  const is = record === null ? 'Which record a row is, is open' : `A row is ${aRecord(record, crm)}: ${why}`;
  const open =
    questions.length === 0
      ? []
      : [
          comment(
            `Open: ${questions.map(({ name }) => name).join(', ')}. Each stands below as a comment with its choices; take one of them.`,
          ),
        ];
  return [comment(is), ...open];
}

function keyLine({ key, value, confidence, why }: ProposedKey): string {
  return `${inYaml(key)}: ${inYaml(value)}${noteOf(confidence, why)}`;
}

/** What is sure by its name needs no word. */
function noteOf(confidence: ProposedKey['confidence'], why: string): string {
  const quiet = why.startsWith('so called by') || why.startsWith('by its name') || why === 'as you said';
  return quiet ? '' : ` # ${confidence === 'likely' ? 'likely: ' : ''}${oneLine(why)}`;
}

function giftLines({ record, keys, fields, offered }: ProposedGift, questions: readonly Question[]): string[] {
  const columns = fields.map((field) => `      ${fieldLine(field)}${noteOf(field.confidence, field.why)}`);
  const open = questions.flatMap((question) => openLines(question, '      '));
  const may = offered.map((field) => `      # ${fieldLine(field)} # ${oneLine(field.why)}`);
  return [
    `  - record: ${record}`,
    ...keys.map((key) => `    ${keyLine(key)}`),
    columns.length === 0 ? '    columns: {}' : '    columns:',
    ...columns,
    ...open,
    ...(may.length === 0
      ? []
      : ['      # What follows may be read, too: take the # away, and say what it means.', ...may]),
  ];
}

function fieldLine({ field, says }: Pick<ProposedField, 'field' | 'says'>): string {
  return `${inYaml(field)}: ${inYaml(says satisfies string | FieldSpec)}`;
}

/** While a question is open each of its choices stands as a comment; of values to choose some of, the likely ones and the list. */
function openLines(question: Question, indent: string): string[] {
  const { asks, example, choices, takes, suggested } = question;
  const asked = `${indent}${comment(`${asks}${example === '' ? '' : ` (${example})`}`)}`;
  if (question.name === 'record')
    return [
      asked,
      ...choices.slice(0, 4).map(({ answer, means }) => `${indent}# record: ${answer} # ${oneLine(means)}`),
    ];
  if (takes === 'some') {
    const values = choices.map(({ answer, means }) => `${answer} (${means})`).join(', ');
    return [
      asked,
      `${indent}${comment(`it has: ${values}`)}`,
      ...commented(question, suggested ?? choices[0]?.answer ?? '', '', indent),
    ];
  }
  return [asked, ...choices.flatMap(({ answer, means }) => commented(question, answer, means, indent))];
}

function commented({ adds }: Question, answer: string, means: string, indent: string): string[] {
  const { keys = [], fields = [], mended = [] } = adds(answer);
  const note = means === '' ? '' : ` # ${oneLine(means)}`;
  return [
    ...keys.map(({ key, value }) => `${inYaml(key)}: ${inYaml(value)}`),
    ...[...fields, ...mended].map(fieldLine),
  ].map((line) => `${indent}# ${line}${note}`);
}

function belongsToFile({ name, adds, choices }: Question): boolean {
  return (
    name === 'record' ||
    choices.every(({ answer }) => {
      const { fields, mended } = adds(answer);
      return fields === undefined && mended === undefined;
    })
  );
}

function leftOutLines(leftOut: readonly LeftOut[]): string[] {
  const reasons = [...new Set(leftOut.map(({ why }) => why))];
  if (reasons.length === 0) return [];
  const lists = reasons.map((reason) =>
    comment(
      `- ${reason}: ${leftOut
        .filter(({ why }) => why === reason)
        .map(({ column }) => column)
        .join(', ')}`,
    ),
  );
  return ['# Not read:', ...lists];
}

/** Every scalar is a text, so that only what YAML would take for something else is quoted. */
export function inYaml(value: unknown): string {
  return stringify(value, { schema: 'failsafe', collectionStyle: 'flow', lineWidth: 0 }).trim();
}

function comment(text: string): string {
  return `# ${oneLine(text)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
