/** Where exports are pulled from, read and checked: what a file of `data/sources` says that `connects to` something. */
import type { Place } from '../values/problem.ts';

/** The name of an environment variable that holds a secret, and the place that names it. */
export interface SecretName {
  readonly variable: string;
  readonly at: Place;
}

interface AnyConnection {
  /** The file's name without its ending: what `pulled from` says. */
  readonly name: string;
  /** Seconds; how often it is agreed that a pull is complete. Null: nobody said. */
  readonly agreedEvery: number | null;
  /** The places of the file, for problems: a key's, or the file's where the key is not there. */
  readonly placeOf: (key: string) => Place;
  readonly at: Place;
}

interface CrmConnection extends AnyConnection {
  /** Seconds before the last complete pull from which changes are asked for. */
  readonly overlap: number;
  /** Seconds after which everything is pulled anew; null: the connector decides. */
  readonly wholeEvery: number | null;
  /** Of the calls that the CRM allows a day: a share from 0 to 1, or a number. */
  readonly callsAtMost: { readonly share: number } | { readonly calls: number };
}

interface PlaceConnection extends AnyConnection {
  readonly address: URL;
  /** Names, or patterns with `*`, relative to the folder. */
  readonly fetches: readonly string[];
}

export interface SalesforceConnection extends CrmConnection {
  readonly to: 'Salesforce';
  readonly address: URL;
  readonly apiVersion: string;
  readonly secrets: { readonly 'client id': SecretName; readonly 'client secret': SecretName };
}

export interface HubSpotConnection extends CrmConnection {
  readonly to: 'HubSpot';
  readonly address: URL;
  readonly secrets: { readonly token: SecretName };
}

export interface HttpsConnection extends PlaceConnection {
  readonly to: 'HTTPS';
  /** A token, or a user with a password, or nothing. */
  readonly secrets: {
    readonly token?: SecretName | undefined;
    readonly user?: SecretName | undefined;
    readonly password?: SecretName | undefined;
  };
}

export interface S3Connection extends PlaceConnection {
  readonly to: 'S3';
  readonly bucket: string;
  readonly region: string;
  /** Without a slash at either end; '' for the bucket itself. */
  readonly folder: string;
  readonly secrets: {
    readonly 'access key': SecretName;
    readonly 'secret key': SecretName;
    readonly 'session token'?: SecretName | undefined;
  };
}

export interface SftpConnection extends PlaceConnection {
  readonly to: 'SFTP';
  readonly user: string;
  /** As the server knows it, without a slash at its end; '.' for where it lets us in. */
  readonly folder: string;
  /** `SHA256:` and the base64 of the hash, without `=`. */
  readonly hostKey: string;
  readonly secrets: {
    readonly password?: SecretName | undefined;
    readonly 'private key'?: SecretName | undefined;
    readonly passphrase?: SecretName | undefined;
  };
}

export type Connection = SalesforceConnection | HubSpotConnection | HttpsConnection | S3Connection | SftpConnection;
