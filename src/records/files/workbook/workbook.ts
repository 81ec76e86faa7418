import type { Archive, ArchiveEntry } from '../archive.ts';
import { UnusableFile } from '../unusable-file.ts';
import { readMarkup, damagedWorkbook } from './markup.ts';
import { shownBy } from './number-format.ts';
import type { Shown } from './number-format.ts';

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** Hidden sheets are read only by name: CRMs keep lists of choices in them. */
  readonly isHidden: boolean;
  readonly part: ArchiveEntry;
}

/** A workbook that is open, its sheets not read yet. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly sharedPart: ArchiveEntry | undefined;
  /** What numbers stand for, by the style of their cell. */
  readonly styles: readonly Shown[];
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
}

/** What is written about the sheets of a workbook. @throws UnusableFile */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const partOf = (path: string): ArchiveEntry | undefined =>
    archive.entries.find(({ name }) => name.toLowerCase() === path.toLowerCase());
  const main = [...(await relationsOf(partOf('_rels/.rels'), '')).values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  const mainPart = partOf(main?.path ?? 'xl/workbook.xml');
  if (!mainPart) throw noWorkbook(archive);
  const slash = mainPart.name.lastIndexOf('/') + 1;
  const folder = mainPart.name.slice(0, slash);
  const relations = await relationsOf(partOf(`${folder}_rels/${mainPart.name.slice(slash)}.rels`), folder);
  const partOfType = (type: string): ArchiveEntry | undefined => {
    const found = [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`));
    return found && partOf(found.path);
  };
  const { from1904, named } = await mainOf(mainPart);
  const sheets = named.flatMap(({ relation, ...sheet }) => {
    const found = relations.get(relation);
    // Sheets that are a chart have no rows.
    if (!found || !found.type.endsWith('/worksheet')) return [];
    const part = partOf(found.path);
    if (!part) throw damagedWorkbook;
    return [{ ...sheet, part }];
  });
  return { sheets, from1904, sharedPart: partOfType('sharedStrings'), styles: await stylesOf(partOfType('styles')) };
}

function noWorkbook(archive: Archive): UnusableFile {
  const binary = archive.entries.some(({ name }) => name.toLowerCase() === 'xl/workbook.bin');
  return binary
    ? new UnusableFile('this is a binary workbook (.xlsb)', 'save it as .xlsx or CSV')
    : new UnusableFile('this is no workbook: it holds no sheets', 'save it as .xlsx or CSV');
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

async function relationsOf(part: ArchiveEntry | undefined, folder: string): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!part) return relations;
  await readMarkup(part, {
    opens(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      const path = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target.replace(/^\.\//, '')}`;
      relations.set(Id, { type: Type ?? '', path });
    },
  });
  return relations;
}

interface NamedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relation: string;
}

async function mainOf(part: ArchiveEntry): Promise<{ from1904: boolean; named: readonly NamedSheet[] }> {
  const named: NamedSheet[] = [];
  let from1904 = false;
  await readMarkup(part, {
    opens(element, attributes) {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const relation = Object.entries(attributes).find(([name]) => /^(?:\w+:)id$/.test(name))?.[1] ?? '';
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      named.push({ name: attributes['name'] ?? '', isHidden, relation });
    },
  });
  return { from1904, named };
}

async function stylesOf(part: ArchiveEntry | undefined): Promise<readonly Shown[]> {
  const codes = new Map<string, string>();
  const styles: Shown[] = [];
  if (!part) return styles;
  let isOfCells = false;
  await readMarkup(part, {
    opens(name, attributes) {
      const id = attributes['numFmtId'] ?? '0';
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) styles.push(shownBy(Number(id), codes.get(id)));
    },
    closes(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return styles;
}
