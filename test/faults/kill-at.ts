/**
 * Loaded before a command (`node --import`), it kills the command at a moment that nobody outside could hit: `KILL_AT` names it, `KILL_NTH` says
 * at which of its times, `KILL_AFTER` how many milliseconds later; below 0: before anything is done. It is a real SIGKILL: nothing is cleaned up.
 */
import fs from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { isMainThread, Worker } from 'node:worker_threads';
import type Sqlite from 'better-sqlite3';
import { isMoment } from './kill-moments.ts';
import type { Moment } from './kill-moments.ts';

/** Another thread waits, for this one may be busy with what it is to be killed in. */
const waiting = `const { workerData } = require('node:worker_threads');
const cell = new Int32Array(workerData.shared);
Atomics.wait(cell, 0, 0);
if (workerData.after > 0) Atomics.wait(cell, 1, 0, workerData.after);
process.kill(process.pid, 'SIGKILL');`;

const { KILL_AT = '', KILL_NTH = '1', KILL_AFTER = '-1' } = process.env;
if (isMainThread && isMoment(KILL_AT)) aimAt(KILL_AT, Number(KILL_NTH), Number(KILL_AFTER));

function aimAt(moment: Moment, nth: number, after: number): void {
  const cell = new Int32Array(new SharedArrayBuffer(8));
  const options = { eval: true, execArgv: [], workerData: { shared: cell.buffer, after } };
  new Worker(waiting, options).unref();
  let times = 0;
  const reached = (at: Moment): void => {
    if (at !== moment || ++times !== nth) return;
    Atomics.store(cell, 0, 1);
    Atomics.notify(cell, 0);
    // Held here until the kill has come.
    if (after < 0) Atomics.wait(cell, 1, 0);
  };
  watchFiles(reached);
  watchStatements(reached);
}

function watchFiles(reached: (at: Moment) => void): void {
  const to = (path: unknown): void => {
    const name = String(path);
    if (name.includes('observed.csv')) reached('ledger');
    else if (name.endsWith('same-page.db')) reached('place');
    else if (name.endsWith('/site') || name.endsWith('/site.old')) reached('site');
  };
  const { rename, writeFile } = fs.promises;
  const { renameSync, writeFileSync } = fs;
  fs.promises.rename = (...all) => (to(all[1]), rename(...all));
  fs.promises.writeFile = (...all) => (to(all[0]), writeFile(...all));
  fs.renameSync = (...all) => (to(all[1]), renameSync(...all));
  fs.writeFileSync = (...all) => (to(all[0]), writeFileSync(...all));
  syncBuiltinESMExports();
}

function watchStatements(reached: (at: Moment) => void): void {
  const { prototype } = createRequire(import.meta.url)('better-sqlite3') as { prototype: Sqlite.Database };
  const { exec, prepare } = prototype;
  const look = (statement: string): void => {
    if (/^\s*commit\b/i.test(statement)) reached('commit');
  };
  prototype.exec = function (this: Sqlite.Database, statement) {
    look(statement);
    return exec.call(this, statement);
  };
  prototype.prepare = function (this: Sqlite.Database, statement: string) {
    look(statement);
    return prepare.call(this, statement);
  } as typeof prepare;
}
