/** The words that people see in place of ids: options, stages, pipelines, owners and teams. Each is asked for once, and only where a column needs it. */
import type { Place } from '../../values/problem.ts';
import { pipelinesAnswer, type Owner, type Pipeline, type Property } from './answers.ts';
import { AskedOnce } from './asked-once.ts';
import type { CrmObject } from './objects.ts';
import { ownersOf } from './owners.ts';
import { ownerName } from './own-columns.ts';
import { isInternal, wordingBy, wordingOfType, type Wording } from './values.ts';
import type { Wire } from './wire.ts';

export interface Words {
  /** How a property's values are written in a column of that header. */
  readonly wordingOf: (object: CrmObject, property: Property, header: string, at: Place) => Promise<Wording>;
}

export function wordsOf(wire: Wire): Words {
  const pipelines = new AskedOnce<readonly Pipeline[]>();
  const owners = new AskedOnce<readonly Owner[]>();
  const pipelinesFor = (object: CrmObject, at: Place): Promise<readonly Pipeline[]> =>
    pipelines.get(object.type, () => pipelinesOf(wire, object, at));
  const everyOwner = (at: Place): Promise<readonly Owner[]> => owners.get('all', () => ownersOf(wire, at));
  return {
    wordingOf: async (object, property, header, at) => {
      if (isInternal(header, property)) return wordingOfType(property);
      if (property.name === object.stage) return wordingBy(stageLabels(await pipelinesFor(object, at)));
      if (property.name === object.pipeline) return wordingBy(pipelineLabels(await pipelinesFor(object, at)));
      if (property.referencedObjectType === 'OWNER') return wordingBy(ownerLabels(await everyOwner(at)));
      if (property.name === 'hubspot_team_id') return wordingBy(teamLabels(await everyOwner(at)));
      if (property.type !== 'enumeration' || property.options.length === 0) return wordingOfType(property);
      return wordingBy(new Map(property.options.map(({ value, label }) => [value, label])));
    },
  };
}

async function pipelinesOf(wire: Wire, { type, name }: CrmObject, at: Place): Promise<readonly Pipeline[]> {
  const path = `/crm/v3/pipelines/${encodeURIComponent(type)}`;
  return (await wire.ask({ path, what: `the pipelines of ${name}`, answer: pipelinesAnswer, at })).results;
}

/** As export files write them: `Demo (Sales Pipeline)`. */
function stageLabels(pipelines: readonly Pipeline[]): ReadonlyMap<string, string> {
  return new Map(
    pipelines.flatMap(({ label, stages }) => stages.map((stage) => [stage.id, `${stage.label} (${label})`] as const)),
  );
}

function pipelineLabels(pipelines: readonly Pipeline[]): ReadonlyMap<string, string> {
  return new Map(pipelines.map(({ id, label }) => [id, label]));
}

function ownerLabels(owners: readonly Owner[]): ReadonlyMap<string, string> {
  return new Map(owners.map((owner) => [owner.id, ownerName(owner)]));
}

function teamLabels(owners: readonly Owner[]): ReadonlyMap<string, string> {
  return new Map(owners.flatMap(({ teams }) => teams.map(({ id, name }) => [id, name] as const)));
}
