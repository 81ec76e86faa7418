import type { TableAsk, TablePage } from '../connector.ts';
import { PullFault } from '../pull-fault.ts';
import { csvRow } from './csv.ts';
import { ownerColumns } from './own-columns.ts';
import { ownersOf } from './owners.ts';
import type { Wire } from './wire.ts';

const allCame = 'all';

/** All owners, whatever changes were asked for: HubSpot does not tell which changed, and there are few. Those who left are among them. */
export async function* ownerPages(ask: TableAsk, mark: string, wire: Wire): AsyncGenerator<TablePage> {
  if (mark === allCame) return;
  const columns = ask.columns.map(({ header, field }) => {
    const column = ownerColumns.find(({ name }) => name === field);
    if (column) return column;
    throw new PullFault('input', `HubSpot tells no "${header}" of its owners`, '', ask.at);
  });
  if (ask.historyOf !== null) throw new PullFault('input', 'HubSpot keeps no history of its owners', '', ask.at);
  const owners = await ownersOf(wire, ask.at);
  const rows = owners.map((owner) => csvRow(columns.map(({ of }) => of(owner))));
  yield { csv: [Buffer.from(rows.join(''))], rows: rows.length, mark: allCame, total: rows.length };
}
