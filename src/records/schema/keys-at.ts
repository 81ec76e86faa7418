import { connectionKeysAt } from './connection.ts';
import { fieldSchema } from './field.ts';
import { fileSourceSchema } from './file-source.ts';
import { giftSchema } from './gift.ts';
import { handoversSchema } from './handovers.ts';

/** The keys that may stand at a path of a file, for suggestions. */
export function keysAt(
  path: readonly PropertyKey[],
  is: 'file' | 'handovers' | 'connection',
  file: unknown,
): readonly string[] {
  if (is === 'connection') return connectionKeysAt(path, file);
  if (is === 'handovers') {
    const part = path[0] as keyof typeof handoversSchema.shape | undefined;
    if (part === undefined) return Object.keys(handoversSchema.shape);
    return part === 'history' ? ['status', 'owner', 'converted'] : ['qualified', 'accepted', 'rejected', 'abandoned'];
  }
  if (path.length === 0) return Object.keys(fileSourceSchema.shape);
  if (path[0] === 'declares') return ['kind', 'plural', 'happens', 'sequence', 'means'];
  if (path[0] === 'gives' && path.length === 2) return Object.keys(giftSchema.shape);
  if (path[2] === 'columns' && path.length === 4) return Object.keys(fieldSchema.shape);
  return ['not'];
}
