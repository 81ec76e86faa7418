import { join } from 'node:path';
import { root } from './workflow.ts';

/**
 * The install step as the tests run it: npm checks that the lock file fits and holds every platform's packages, and the packages
 * of this project stand in for those that it would download.
 */
export const install: Readonly<Record<string, string>> = {
  'npm ci --no-audit --no-fund': `npm ci --dry-run --offline --no-audit --no-fund > /dev/null
ln -sfn '${join(root, 'node_modules')}' node_modules`,
};
