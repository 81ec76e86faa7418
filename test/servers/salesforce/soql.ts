/** The shapes of SOQL that a pull sends, and nothing else: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm */
import { fieldsOf, type SalesforceTable } from './objects.ts';

export interface Query {
  readonly object: string;
  /** Null: only their number is asked for. */
  readonly fields: readonly string[] | null;
  readonly since: { readonly field: string; readonly from: number } | null;
}

export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const shape = /^SELECT (COUNT\(\)|\w+(?:, \w+)*) FROM (\w+)(?: WHERE (\w+) >= (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ))?$/;

/** Reads a query. Throws `Refused` in Salesforce's words. */
export function readSoql(soql: string, tables: Readonly<Record<string, SalesforceTable>>): Query {
  const [, select = '', object = '', changed, from = ''] =
    shape.exec(soql) ?? refuse('MALFORMED_QUERY', `unexpected token: ${soql}`);
  const table = tables[object];
  if (!table) {
    const custom = "If you are attempting to use a custom object, be sure to append the '__c' after the entity name.";
    return refuse(
      'INVALID_TYPE',
      `\n${soql}\n^\nERROR at Row:1:Column:1\nsObject type '${object}' is not supported. ${custom}`,
    );
  }
  const fields = select === 'COUNT()' ? null : select.split(', ');
  const known = fieldsOf(table);
  for (const [at, name] of [...(fields ?? []), ...(changed === undefined ? [] : [changed])].entries()) {
    const field = known.find((each) => each.name === name);
    if (!field) refuse('INVALID_FIELD', noSuchColumn(soql, object, name));
    if (fields && at < fields.length && fields.indexOf(name) !== at)
      refuse('MALFORMED_QUERY', `duplicate field selected: ${name}`);
    if (name === changed && field?.type !== 'datetime')
      refuse('INVALID_FIELD', `value of filter criterion for field '${name}' must be of type ${field?.type}`);
  }
  return { object, fields, since: changed === undefined ? null : { field: changed, from: Date.parse(from) } };
}

function noSuchColumn(soql: string, object: string, name: string): string {
  const at = soql.indexOf(name);
  return `\n${soql.slice(0, at + 40)}\n${' '.repeat(at)}^\nERROR at Row:1:Column:${at + 1}\nNo such column '${name}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;
}

function refuse(code: string, message: string): never {
  throw new Refused(code, message);
}
