/** An account of HubSpot in memory: its objects, and what people do to their records. Instants are milliseconds since 1970. */

export interface PortalProperty {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly calculated?: boolean;
  readonly hidden?: boolean;
  readonly referencedObjectType?: string;
}

export interface PortalVersion {
  readonly value: string;
  readonly timestamp: string;
  readonly sourceType: string;
}

export interface PortalRecord {
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
  readonly properties: Map<string, string>;
  readonly history: Map<string, PortalVersion[]>;
}

export interface PortalObject {
  readonly type: string;
  readonly properties: PortalProperty[];
  readonly records: Map<string, PortalRecord>;
  readonly pipelines: { id: string; label: string; stages: { id: string; label: string }[] }[];
}

export interface PortalOwner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly archived?: boolean;
  readonly teams?: readonly { id: string; name: string; primary: boolean }[];
}

export interface PortalAssociation {
  readonly toObjectId: string;
  readonly primary: boolean;
}

const ofAll: readonly PortalProperty[] = [{ name: 'hs_object_id', label: 'Record ID', type: 'number' }];

export class Portal {
  readonly objects = new Map<string, PortalObject>();
  readonly owners: PortalOwner[] = [];
  readonly custom: { name: string; objectTypeId: string; labels: { singular: string; plural: string } }[] = [];
  /** By `deals 7 contacts`. */
  readonly associations = new Map<string, PortalAssociation[]>();
  /** What search still believes of when records changed; null: it knows all. */
  indexed: Map<string, number> | null = null;
  now: number;
  #nextId = 900_100_200_001;

  constructor(now: number) {
    this.now = now;
  }

  /** Adds an object, with the property that tells when its records changed. */
  object(type: string, properties: readonly PortalProperty[]): PortalObject {
    const changed: PortalProperty = { name: modifiedOf(type), label: 'Last Modified Date', type: 'datetime' };
    const object = { type, properties: [...ofAll, changed, ...properties], records: new Map(), pipelines: [] };
    this.objects.set(type, object);
    return object;
  }

  /** Makes a record now, or at another time. Returns its id. */
  create(
    type: string,
    properties: Readonly<Record<string, string>>,
    { id = String(this.#nextId++), at = this.now } = {},
  ): string {
    const record: PortalRecord = {
      id,
      createdAt: at,
      updatedAt: at,
      archivedAt: null,
      properties: new Map(),
      history: new Map(),
    };
    this.#objectOf(type).records.set(id, record);
    this.#write(type, record, properties, at);
    return id;
  }

  edit(type: string, id: string, properties: Readonly<Record<string, string>>, at = this.now): void {
    this.#write(type, this.record(type, id), properties, at);
  }

  archive(type: string, id: string, at = this.now): void {
    this.record(type, id).archivedAt = at;
    for (const key of this.associations.keys()) if (key.startsWith(`${type} ${id} `)) this.associations.delete(key);
  }

  /** One record goes into another: it is no more, and the other lists it. */
  merge(type: string, from: string, into: string): void {
    this.#objectOf(type).records.delete(from);
    const kept = this.record(type, into);
    const before = kept.properties.get('hs_merged_object_ids');
    this.#write(type, kept, { hs_merged_object_ids: before === undefined ? from : `${before};${from}` }, this.now);
  }

  associate(type: string, id: string, to: string, others: readonly string[], primary: string | null = null): void {
    const found = others.map((toObjectId) => ({ toObjectId, primary: toObjectId === primary }));
    this.associations.set(`${type} ${id} ${to}`, found);
  }

  record(type: string, id: string): PortalRecord {
    const record = this.#objectOf(type).records.get(id);
    if (!record) throw new Error(`no ${id} among ${type}`);
    return record;
  }

  /** Search knows nothing of what changes from now on. */
  freezeIndex(type: string): void {
    this.indexed = new Map([...this.#objectOf(type).records.values()].map(({ id, updatedAt }) => [id, updatedAt]));
  }

  #objectOf(type: string): PortalObject {
    const object = this.objects.get(type);
    if (!object) throw new Error(`no object ${type}`);
    return object;
  }

  #write(type: string, record: PortalRecord, properties: Readonly<Record<string, string>>, at: number): void {
    record.updatedAt = at;
    const timestamp = new Date(at).toISOString();
    const all = { hs_object_id: record.id, ...properties, [modifiedOf(type)]: timestamp };
    for (const [name, value] of Object.entries(all)) {
      record.properties.set(name, value);
      const versions = record.history.get(name) ?? [];
      // The newest first.
      record.history.set(name, [{ value, timestamp, sourceType: 'CRM_UI' }, ...versions]);
    }
  }
}

export function modifiedOf(type: string): string {
  return type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
}
