/**
 * A server of files by SFTP over SSH, with the server of ssh2, after draft-ietf-secsh-filexfer-02: REALPATH, STAT, READDIR, OPEN, FSTAT, READ. It
 * serves at the loopback address only, and does wrong what a test asks for.
 */
import type { AddressInfo } from 'node:net';
import { posix } from 'node:path';
import ssh2, { type Attributes, type AuthContext, type Connection, type ParsedKey, type SFTPWrapper } from 'ssh2';

const { STATUS_CODE } = ssh2.utils.sftp;
const home = '/home/ops';

export interface SftpServerOptions {
  readonly user: string;
  /** Asked for in words too, as many servers do. */
  readonly password?: string;
  readonly publicKey?: string;
  readonly hostKeys: readonly string[];
  /** Ways to sign in that it offers. */
  readonly ways?: readonly ('password' | 'keyboard-interactive' | 'publickey')[];
}

interface StoredFile {
  readonly bytes: Buffer;
  readonly modified: number;
}

export class SftpServer {
  /** By their whole path. */
  readonly files = new Map<string, StoredFile>();
  /** Names that a folder claims to hold. */
  readonly claims = new Map<string, readonly string[]>();
  readonly asked: string[] = [];
  /** Paths that may not be read. */
  readonly denied = new Set<string>();
  /** The most bytes of an answer. */
  piece = Number.MAX_SAFE_INTEGER;
  /** What is done before a piece is sent, with its offset. */
  beforeRead: (offset: number) => void = () => {};
  #cutAfter: number | null = null;
  #silentAfter: number | null = null;
  #sent = 0;
  readonly #options: SftpServerOptions;
  readonly #connections = new Set<Connection>();
  readonly #server: InstanceType<typeof ssh2.Server>;

  private constructor(options: SftpServerOptions) {
    this.#options = options;
    this.#server = new ssh2.Server({ hostKeys: [...options.hostKeys] }, (connection) => this.#meet(connection));
  }

  static async start(options: SftpServerOptions): Promise<SftpServer> {
    const server = new SftpServer(options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', () => resolve()));
    return server;
  }

  get address(): string {
    return `sftp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A path from where it lets one in, or from / on. */
  put(path: string, bytes: Uint8Array | string, modified = 1795168800): void {
    this.files.set(posix.resolve(home, path), { bytes: Buffer.from(bytes), modified });
  }

  /** Cuts the connection, or says nothing more, once so many bytes of files were sent. */
  fails({ cutAfter, silentAfter }: { cutAfter?: number; silentAfter?: number }): void {
    this.#sent = 0;
    this.#cutAfter = cutAfter ?? null;
    this.#silentAfter = silentAfter ?? null;
  }

  async close(): Promise<void> {
    for (const connection of this.#connections) connection.end();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #meet(connection: Connection): void {
    this.#connections.add(connection);
    // Else each answer waits for the one before to be acknowledged.
    (connection as Connection & { setNoDelay: () => void }).setNoDelay();
    connection.on('error', () => {});
    connection.on('close', () => this.#connections.delete(connection));
    connection.on('authentication', (context) => this.#letIn(context));
    connection.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => this.#serve(connection, acceptSftp()));
    });
  }

  #letIn(context: AuthContext): void {
    const { user, password, publicKey, ways = ['password', 'publickey'] } = this.#options;
    this.asked.push(`sign in by ${context.method}`);
    if (context.username !== user || !ways.some((way) => way === context.method)) return context.reject([...ways]);
    if (context.method === 'password' && context.password === password) return context.accept();
    if (context.method === 'publickey' && this.#isKey(context.key.data, publicKey)) {
      const key = parsed(publicKey ?? '');
      const { signature, blob, hashAlgo } = context;
      if (!signature || (blob && key.verify(blob, signature, hashAlgo))) return context.accept();
    }
    if (context.method === 'keyboard-interactive') {
      context.prompt([{ prompt: 'Password: ', echo: false }], (answers) =>
        answers[0] === password ? context.accept() : context.reject([...ways]),
      );
      return undefined;
    }
    return context.reject([...ways]);
  }

  #isKey(data: Buffer, publicKey: string | undefined): boolean {
    return publicKey !== undefined && parsed(publicKey).getPublicSSH().equals(data);
  }

  #serve(connection: Connection, sftp: SFTPWrapper): void {
    const handles: string[] = [];
    const listed = new Set<number>();
    const handleOf = (path: string): Buffer => Buffer.from([handles.push(path) - 1]);
    const refused = (id: number, path: string): boolean => {
      if (this.denied.has(path)) sftp.status(id, STATUS_CODE.PERMISSION_DENIED);
      return this.denied.has(path);
    };
    const attributes = (id: number, path: string): void => {
      const found = this.#attributesOf(path);
      if (refused(id, path)) return;
      if (found) sftp.attrs(id, found);
      else sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
    };
    sftp.on('REALPATH', (id, path) => sftp.name(id, [{ filename: posix.resolve(home, path) }] as never));
    sftp.on('STAT', (id, path) => attributes(id, posix.resolve(home, path)));
    sftp.on('LSTAT', (id, path) => attributes(id, posix.resolve(home, path)));
    sftp.on('FSTAT', (id, handle) => attributes(id, handles[handle[0] ?? 0] ?? ''));
    sftp.on('OPENDIR', (id, path) => {
      const folder = posix.resolve(home, path);
      if (refused(id, folder)) return;
      if (this.#attributesOf(folder)) sftp.handle(id, handleOf(folder));
      else sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
    });
    sftp.on('READDIR', (id, handle) => {
      const which = handle[0] ?? 0;
      if (listed.has(which)) return sftp.status(id, STATUS_CODE.EOF);
      listed.add(which);
      return sftp.name(id, this.#entriesOf(handles[which] ?? ''));
    });
    sftp.on('OPEN', (id, path) => {
      const whole = posix.resolve(home, path);
      this.asked.push(`open ${path}`);
      if (refused(id, whole)) return;
      if (this.files.has(whole)) sftp.handle(id, handleOf(whole));
      else sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
    });
    sftp.on('READ', (id, handle, offset, length) => {
      this.beforeRead(offset);
      const bytes = this.files.get(handles[handle[0] ?? 0] ?? '')?.bytes ?? Buffer.alloc(0);
      const some = bytes.subarray(offset, offset + Math.min(length, this.piece));
      if (some.length === 0) return sftp.status(id, STATUS_CODE.EOF);
      this.#sent += some.length;
      if (this.#cutAfter !== null && this.#sent > this.#cutAfter) {
        connection.end();
        return undefined;
      }
      if (this.#silentAfter !== null && this.#sent > this.#silentAfter) return undefined;
      return sftp.data(id, some);
    });
    sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK));
  }

  #attributesOf(path: string): Attributes | null {
    const file = this.files.get(path);
    const owner = { uid: 1000, gid: 1000 };
    if (file) return { mode: 0o100644, size: file.bytes.length, atime: file.modified, mtime: file.modified, ...owner };
    const isFolder =
      path === '/' || path === home || [...this.files.keys()].some((name) => name.startsWith(`${path}/`));
    return isFolder ? { mode: 0o040755, size: 0, atime: 0, mtime: 0, ...owner } : null;
  }

  #entriesOf(folder: string): { filename: string; longname: string; attrs: Attributes }[] {
    const beneath = `${folder.replace(/\/$/, '')}/`;
    const own = [...this.files.keys()].filter((path) => path.startsWith(beneath));
    const names = new Set(own.map((path) => path.slice(beneath.length).split('/')[0] ?? ''));
    const told = ['.', '..', ...names, ...(this.claims.get(folder) ?? [])];
    return told.map((filename) => ({
      filename,
      longname: filename,
      attrs: this.#attributesOf(posix.join(folder, filename)) ?? {
        mode: 0o100644,
        size: 1,
        atime: 0,
        mtime: 0,
        uid: 0,
        gid: 0,
      },
    }));
  }
}

function parsed(key: string): ParsedKey {
  const read: ParsedKey | ParsedKey[] | Error = ssh2.utils.parseKey(key);
  if (read instanceof Error) throw read;
  return Array.isArray(read) ? read[0]! : read;
}
