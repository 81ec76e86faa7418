import { canonicalKinds } from '../kinds.ts';
import type { ProposedField, ProposedGift } from './proposal.ts';

/** Whether a record has this field and nothing fills it yet. */
export function takesFields(gift: ProposedGift, { field }: ProposedField): boolean {
  const kind = canonicalKinds.find(({ name }) => name === gift.record);
  return (kind?.fields ?? []).some(({ name }) => name === field) && !gift.fields.some((each) => each.field === field);
}
