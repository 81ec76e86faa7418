import { describe, expect, test } from 'vitest';
import { readSources } from '../../../src/records/read-sources.ts';

const read = (text: string) => readSources([{ path: 'data/sources/crm.yml', text }]);

/** Problems as `line:column what; fix`. */
const told = (text: string): string[] =>
  read(text).problems.map(({ line, column, says, fix }) => `${line}:${column} ${says}${fix === '' ? '' : `; ${fix}`}`);

const salesforce = (more: string): string =>
  `connects to: Salesforce\nat: https://company.my.salesforce.com\nsecrets: { client id: SF_ID, client secret: SF_SECRET }\n${more}`;

const looksLikeNone = (name: string): string =>
  `"${name}" must name an environment variable, in capitals, and what stands here does not look like one; ` +
  'if it is the secret itself, make a new one: this one is known to whoever reads the file; ' +
  `then write ${name}: SALESFORCE_SECRET, or what you call the variable`;

test('a connection says in seconds what its file says in words, and its secrets by their names only', () => {
  const { connections, problems } = read(
    salesforce('overlap: 20 minutes\nwhole every: 7 days\nat least every: 8 hours\ncalls at most: 25%\n'),
  );
  expect(problems).toEqual([]);
  expect(connections).toMatchObject([
    {
      to: 'Salesforce',
      name: 'crm',
      overlap: 1200,
      wholeEvery: 604_800,
      agreedEvery: 28_800,
      callsAtMost: { share: 0.25 },
      apiVersion: '64.0',
      secrets: { 'client id': { variable: 'SF_ID' }, 'client secret': { variable: 'SF_SECRET', at: { line: 3 } } },
    },
  ]);
});

describe('what is wrong with a connection is told at its place', () => {
  test.each([
    [salesforce('overlap: soon\n'), ['4:10 "soon" is no length of time; write it as 15 minutes, 8 hours or 7 days']],
    [salesforce('calls at most: half\n'), ['4:16 "half" is no share and no number of calls; write it as 50% or 20000']],
    [salesforce('api version: v64\n'), ['4:14 "v64" is no version of the API; write it as 64.0']],
    [salesforce('overlapp: 5 minutes\n'), ['4:1 I don\'t know "overlapp"; did you mean "overlap"?']],
    [
      'connects to: HTTPS\nat: https://me:hunter2@files.example\nfetches: [../up.csv]\nsecrets: { user: U }\n',
      [
        '3:11 "../up.csv" leads out of the folder; name a file within it: costs/2026.csv',
        '2:5 this address holds a user or a password; take it out, also of Git, and name its environment variable under "secrets"',
        '4:10 a user and a password belong together; name both, or none',
      ],
    ],
    [
      'connects to: SFTP\nat: sftp://files.example\nuser: me\nhost key: abc\nfetches: [a.csv]\nsecrets: {}\n',
      [
        '4:11 "abc" is no fingerprint of a key; ssh-keyscan HOST | ssh-keygen -lf - shows it: SHA256: and 43 letters',
        '6:10 nothing signs in; name a "password" or a "private key"',
      ],
    ],
    [
      'connects to: S3\nat: https://s3.example\nbucket: b\nfetches: [a.csv]\nsecrets: { access key: A, secret key: B, acces: C }\n',
      ['5:42 I don\'t know "acces"; it takes: access key, secret key, session token'],
    ],
  ])('%s', (text, problems) => {
    expect(told(text)).toEqual(problems);
  });
});

describe('a secret that is typed into the file is not repeated', () => {
  test.each([
    [
      'connects to: Salesforce\nat: http://company.example\nsecrets: { client id: SF_ID, client secret: hunter2-Secret! }\n',
      [
        '2:5 expected an address that begins with https://, got "http://company.example"',
        `3:45 ${looksLikeNone('client secret')}`,
      ],
    ],
    ['connects to: HubSpot\nsecrets: { token: hunter2-1234 }\n', [`2:19 ${looksLikeNone('token')}`]],
    [
      'connects to: Salesforce\nat: https://a.example\nsecrets: hunter2-Secret\n',
      ['3:10 "secrets" is not as expected: expected object, received string'],
    ],
    [
      'connects to: HubSpot\nsecrets: { token: [hunter2-Secret] }\n',
      ['2:19 "token" is not as expected: expected string, received array'],
    ],
  ])('%s', (text, problems) => {
    expect(told(text)).toEqual(problems);
    expect(problems.join()).not.toContain('hunter2');
  });
});
