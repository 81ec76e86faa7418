import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './workflow.ts';

/** A folder with what a clone of the project would hold if everything that is not ignored were committed. */
export async function freshClone(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-clone-'));
  for (const file of filesOfGit()) {
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(root, file), target);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

function filesOfGit(): string[] {
  // A continuous integration may run as another user than the one that the checkout belongs to.
  const git = ['-c', 'safe.directory=*', '-C', root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', git, { encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\0');
  return listed.filter((file) => file !== '' && existsSync(join(root, file)));
}

/** Makes the sample company a real one of the clone: its folder becomes `data`, and it is no longer made up. */
export async function configureCompany(folder: string): Promise<void> {
  for (const part of ['agreement', 'sources', 'exports']) {
    await cp(join(folder, 'data', 'sample', part), join(folder, 'data', part), { recursive: true });
  }
  const file = join(folder, 'data', 'agreement', 'company.yml');
  const text = await readFile(file, 'utf8');
  if (!/^made up: yes$/m.test(text)) throw new Error(`${file} does not say "made up: yes"`);
  await writeFile(file, text.replace(/^made up: yes$/m, 'made up: no'));
}

/** A repository that the clone was checked out from and pushes to, and the marks that stand in it. */
export async function pushedTo(folder: string): Promise<{ marks(): string; remove(): Promise<void> }> {
  const remote = await mkdtemp(join(tmpdir(), 'same-page-remote-'));
  const git = (...of: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@company.example', ...of], { encoding: 'utf8' });
  git('init', '--quiet', '--bare', '--initial-branch=main', remote);
  git('-C', folder, 'init', '--quiet', '--initial-branch=main');
  git('-C', folder, 'add', '.');
  git('-C', folder, 'commit', '--quiet', '-m', 'What was agreed');
  git('-C', folder, 'remote', 'add', 'origin', remote);
  git('-C', folder, 'push', '--quiet', '--set-upstream', 'origin', 'main');
  return {
    marks: () => git('-C', remote, 'show', 'main:data/published/marks.csv'),
    remove: () => rm(remote, { recursive: true, force: true }),
  };
}
