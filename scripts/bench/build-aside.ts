/** Builds the site of the edition that `SAME_PAGE_EDITION` names into the folder given, and prints what it took as JSON. */
import { resolve } from 'node:path';
import { build } from 'astro';
import { ownMegabytes } from './own-memory.ts';

let megabytes = 0;
const looking = setInterval(() => (megabytes = Math.max(megabytes, ownMegabytes())), 200);
const before = process.cpuUsage();
await build({ outDir: resolve(process.argv[2] ?? ''), logLevel: 'error' });
const { user, system } = process.cpuUsage(before);
clearInterval(looking);
console.log(JSON.stringify({ milliseconds: (user + system) / 1000, megabytes }));
