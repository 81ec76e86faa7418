import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A ZIP of these files. */
export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(Date.UTC(2026, 10, 9)) });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** What a workbook of tests may say beside its rows. */
export interface WorkbookParts {
  /** Sheets by name: the markup of their rows, and what stands behind them. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  readonly behind?: string;
  readonly shared?: readonly string[];
  /** Codes of number formats: style 1 is the first of them. */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook by its parts. */
export function workbookOf(parts: WorkbookParts): Promise<Buffer> {
  const names = Object.keys(parts.sheets);
  const sheets = names.map((name, index) => {
    const state = parts.hidden?.includes(name) ? ' state="veryHidden"' : '';
    return `<sheet name="${name}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const links = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const formats = parts.formats ?? [];
  const codes = formats.map((code, index) => `<numFmt numFmtId="${index + 164}" formatCode="${code}"/>`);
  const styles = ['<xf numFmtId="0"/>', ...formats.map((_, index) => `<xf numFmtId="${index + 164}"/>`)];
  return zipOf({
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${parts.from1904 ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}<Relationship Id="s" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${(parts.shared ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${parts.sheets[name]}</sheetData>${parts.behind ?? ''}</worksheet>`,
      ]),
    ),
  });
}

/** The markup of a row with texts in its first columns; '' leaves a cell out. */
export function rowOf(line: number, ...values: readonly string[]): string {
  const cells = values.map((value, column) =>
    value === '' ? '' : `<c r="${String.fromCharCode(65 + column)}${line}" t="inlineStr"><is><t>${value}</t></is></c>`,
  );
  return `<row r="${line}">${cells.join('')}</row>`;
}
