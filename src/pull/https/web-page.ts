import { isPacked } from '../places/http-answer.ts';
import { shown } from '../places/remote-names.ts';
import { PullFault } from '../pull-fault.ts';
import type { WebServer } from './ask-for-file.ts';

/** That an answer is a file as it lies there, and no page for people: who is not signed in often gets one, and it is called a success. */
export function checkNoPage(name: string, { headers }: Response, server: WebServer): void {
  const kind = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(kind) && mayBeNoPage(name)) throw aPage(name, server);
  if (isPacked(headers) && /\.(?:gz|zip|xlsx|xlsm)$/i.test(name))
    throw new PullFault(
      'input',
      `${shown(name)} comes packed once more (Content-Encoding), though nobody asked for that, and would not be the file that lies there`,
      'let the server send such files as they are',
      server.connection.placeOf('fetches'),
    );
}

function mayBeNoPage(name: string): boolean {
  return !/\.x?html?$/i.test(name);
}

function aPage(name: string, { connection, proof }: WebServer): PullFault {
  const variables = proof?.of.map(({ variable }) => variable).join(' and ');
  const fix = variables
    ? `open it in a browser: most often it is the page to sign in, and what ${variables} holds has expired`
    : 'open it in a browser: most often it is the page to sign in; then name what signs in under "secrets"';
  const says = `${shown(name)}: ${connection.address.host} sends a web page in place of the file`;
  return new PullFault('input', says, fix, connection.placeOf('at'));
}
