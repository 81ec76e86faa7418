/** What a file of `data/sources` says that names where exports are pulled from: a CRM's API, or a place where files lie. */
import { z } from 'zod';

const text = z.string().min(1);
const names = z.array(text).min(1);
/** The name of an environment variable. That it is one, and no secret, is checked where it is made exact. */
const variable = text;

const common = {
  'at least every': text
    .optional()
    .describe(
      'How often it is agreed that a pull is complete: 8 hours. Whoever is told of failed pulls is told of a gap, too.',
    ),
};

/** Of CRMs, which are asked for what changed. */
const ofCrms = {
  ...common,
  overlap: text
    .optional()
    .describe(
      'How far back before the last complete pull it is asked for changes, for writers that are late: 15 minutes.',
    ),
  'whole every': text
    .optional()
    .describe(
      'How often everything is pulled anew: 30 days. Formula fields change without a trace: 7 days, where one is mapped.',
    ),
  'calls at most': text
    .optional()
    .describe("The share of the CRM's daily calls that pulls may use, or how many: 50%, or 20000."),
};

/** Of places where files lie. */
const ofPlaces = {
  ...common,
  at: text.describe('The address of the place.'),
  fetches: names.describe('The names of the files, or patterns where the place can list them: WE_*.ZIP, costs/*.csv.'),
};

export const connectionSchemas = {
  Salesforce: z.strictObject({
    'connects to': z.literal('Salesforce').describe('The kind of place: Salesforce, HubSpot, HTTPS, S3 or SFTP.'),
    at: text.describe("The address of your Salesforce: https://company.my.salesforce.com. Its sign-in page won't do."),
    'api version': text.optional().describe('The version of the API that is spoken: 64.0.'),
    secrets: z
      .strictObject({ 'client id': variable, 'client secret': variable })
      .describe('The names of the environment variables that hold the secrets. Never a secret itself.'),
    ...ofCrms,
  }),
  HubSpot: z.strictObject({
    'connects to': z.literal('HubSpot'),
    at: text.optional().describe('The address of the API, where it is not https://api.hubapi.com.'),
    secrets: z.strictObject({ token: variable }),
    ...ofCrms,
  }),
  HTTPS: z.strictObject({
    'connects to': z.literal('HTTPS'),
    ...ofPlaces,
    secrets: z
      .strictObject({ token: variable.optional(), user: variable.optional(), password: variable.optional() })
      .optional(),
  }),
  S3: z.strictObject({
    'connects to': z.literal('S3'),
    ...ofPlaces,
    bucket: text.describe('The name of the bucket.'),
    region: text.optional().describe('The region that requests are signed for: eu-central-1.'),
    folder: text.optional().describe('The folder that the files lie in, within the bucket.'),
    secrets: z.strictObject({ 'access key': variable, 'secret key': variable, 'session token': variable.optional() }),
  }),
  SFTP: z.strictObject({
    'connects to': z.literal('SFTP'),
    ...ofPlaces,
    user: text.describe('Who signs in.'),
    folder: text.optional().describe('The folder that the files lie in.'),
    'host key': text.describe("The server's fingerprint, as ssh-keygen shows it: SHA256:..."),
    secrets: z.strictObject({
      password: variable.optional(),
      'private key': variable.optional(),
      passphrase: variable.optional(),
    }),
  }),
} as const;

export type ConnectionKind = keyof typeof connectionSchemas;
export const connectionKinds = Object.keys(connectionSchemas) as ConnectionKind[];
export type ConnectionSpec = { [Kind in ConnectionKind]: z.infer<(typeof connectionSchemas)[Kind]> }[ConnectionKind];

/** The schema of a file that `connects to` something. A kind that is none takes that of all kinds' names, and is refused by it. */
export function connectionSchemaOf(file: unknown): z.ZodType {
  const kind = kindOf(file);
  return kind === null ? z.looseObject({ 'connects to': z.enum(connectionKinds) }) : connectionSchemas[kind];
}

/** The keys that may stand at a path of such a file. */
export function connectionKeysAt(path: readonly PropertyKey[], file: unknown): readonly string[] {
  const kind = kindOf(file);
  if (kind === null) return ['connects to'];
  if (path[0] !== 'secrets') return Object.keys(connectionSchemas[kind].shape);
  const { secrets } = connectionSchemas[kind].shape;
  return Object.keys((secrets instanceof z.ZodOptional ? secrets.unwrap() : secrets).shape);
}

function kindOf(file: unknown): ConnectionKind | null {
  const said: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, 'connects to') : null;
  return connectionKinds.find((kind) => kind === said) ?? null;
}
