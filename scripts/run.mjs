// Starts a command of this folder: `node scripts/run.mjs NAME ARGUMENTS`. Plain JavaScript that an old Node can parse,
// because an old Node must be told so in words: it can't read TypeScript, and the database's driver would end it without any.
import { existsSync, readdirSync } from 'node:fs';
import module from 'node:module';
import v8 from 'node:v8';

const [node, , name, ...rest] = process.argv;
const oldest = 24;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  const byNpm = `npm ${name === 'start' ? name : `run ${name || 'build'}`}`;
  console.error(
    `Same Page needs Node ${oldest} or later and this is ${process.version}: install it, or start by "${byNpm}" where npm ci brought it.`,
  );
  process.exit(1);
}

const script = name && /^[a-z-]+$/.test(name) ? new URL(`${name}.ts`, import.meta.url) : null;
if (!script || !existsSync(script)) {
  const names = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.ts'));
  console.error(
    `Expected the name of a command, got "${name || ''}": one of ${names.map((file) => file.slice(0, -3)).join(', ')}.`,
  );
  process.exit(2);
}

// An ingest leaves nothing behind that is worth keeping: room for much of it would be most of the memory that it takes.
if (name === 'ingest') v8.setFlagsFromString('--max-semi-space-size=4');

// What Node made of the code is kept for the next command, which then starts in half the time.
module.enableCompileCache();

// The command finds its own arguments where it would if it had been started by itself.
process.argv = [node, script.pathname, ...rest];
await import(script.href);
