/** The schemas in the very language server that editors use for YAML. */
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, SchemaPriority, type LanguageService } from 'yaml-language-server';
import { editorSchemas, type EditorSchema } from '../../../../src/agreement/editor/editor-schemas.ts';
import { parseAgreement } from '../../../../src/agreement/parse-agreement.ts';
import { catalogue, companyWith } from '../fixtures.ts';

const schemas = editorSchemas(parseAgreement(companyWith({}), catalogue).agreement!, catalogue);

type Document = Parameters<LanguageService['doValidation']>[0];

/** An editor in which every file is of one kind. */
function editorOf(name: EditorSchema): LanguageService {
  const telemetry = { send: async () => undefined, sendError: async () => undefined, sendTrack: async () => undefined };
  const editor = getLanguageService({
    schemaRequestService: () => Promise.resolve(JSON.stringify(schemas[name])),
    workspaceContext: { resolveRelativePath: (path) => path },
    telemetry,
  });
  const schema = { uri: `file:///${name}.json`, fileMatch: ['*.yml'], priority: SchemaPriority.Settings };
  editor.configure({ validate: true, completion: true, schemas: [schema] });
  return editor;
}

/** The server keeps what it has read by a file's name. */
let opened = 0;
const open = (text: string): Document => TextDocument.create(`file:///${++opened}.yml`, 'yaml', 0, text);

const underlined = async (name: EditorSchema, text: string) =>
  (await editorOf(name).doValidation(open(text), false)).map(({ message }) => message as string);

/** What is offered where the bar stands. */
async function offered(name: EditorSchema, text: string): Promise<string[]> {
  const at = text.indexOf('|');
  const document = open(text.replace('|', ''));
  const { items } = await editorOf(name).doComplete(document, document.positionAt(at), false);
  return items.map(({ label }) => label);
}

function schemaOf(path: string): EditorSchema | null {
  if (/\/(metrics|slas)\//.test(path)) return 'metric';
  return (/\/(\w+)\.yml$/.exec(path)?.[1] as EditorSchema | undefined) ?? null;
}

describe('an editor', () => {
  test('underlines nothing in files as they should be', async () => {
    for (const { path, text } of companyWith({})) {
      const schema = schemaOf(path);
      if (schema) expect([path, await underlined(schema, text)]).toEqual([path, []]);
    }
  });

  test('underlines a key that has no place, and one that is missing', async () => {
    const said = await underlined('metric', 'title: Leads\nbreak dwn by: [source]\n');
    expect(said.join('\n')).toMatch(/asks/);
    expect(said.join('\n')).toMatch(/break dwn by/);
  });

  test('underlines what is no text where a list that several keys share is offered', async () => {
    const said = await underlined('metric', 'title: A\nasks: B?\nby: created\nsum of: [amount]\naverage of: new win\n');
    expect(said).toEqual(['Incorrect type. Expected one of string, number.']);
  });

  test('reads each list of words once', () => {
    const lists = [...JSON.stringify(schemas.metric).matchAll(/"examples":\[([^\]]*)\]/g)].map(([, list]) => list);
    expect(lists.length).toBeGreaterThan(5);
    expect(new Set(lists).size).toBe(lists.length);
  });

  test('offers sentences, fields, terms and teams', async () => {
    expect(await offered('metric', 'kept when:\n  - |')).toEqual(
      expect.arrayContaining(['score is at least 60', 'accepted within 5 business days of assigned']),
    );
    expect(await offered('metric', 'by: |')).toEqual(expect.arrayContaining(['qualified', 'nothing']));
    expect(await offered('metric', 'share of: |')).toEqual(expect.arrayContaining(['qualified lead', 'opportunity']));
    expect(await offered('metric', 'sum of: |')).toContain("inbound win's amount");
    expect(await offered('metric', 'average of: |')).toContain("inbound win's amount");
    expect(await offered('metric', 'history:\n  - sum of: |')).toContain("inbound win's amount");
    expect(await offered('metric', 'promised by: |')).toContain('sales');
    expect(await offered('vocabulary', 'new term:\n  is a: |')).toContain('lead');
    expect(await offered('vocabulary', 'new term:\n  |')).toEqual(expect.arrayContaining(['where', 'except when']));
  });
});
