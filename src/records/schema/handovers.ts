/** What a file of `data/sources` says that makes handovers out of leads and their history. */
import { z } from 'zod';

const text = z.string();
const statuses = z.array(text.min(1)).optional();

export const handoversSchema = z.strictObject({
  derives: z.literal('handovers'),
  statuses: z
    .strictObject({
      qualified: z.array(text.min(1)).min(1),
      accepted: statuses,
      rejected: statuses,
      abandoned: statuses,
    })
    .describe("Which of the lead's statuses mean what."),
  history: z
    .strictObject({ status: text.optional(), owner: text.optional(), converted: text.optional() })
    .optional()
    .describe('What the field of a field change says for the status, for the owner, and for the conversion.'),
  'without history': z
    .strictObject({ qualified: text, accepted: text.optional(), rejected: text.optional(), abandoned: text.optional() })
    .optional()
    .describe('Moments of the lead that stand for those of a handover, where the CRM tells only what is true today.'),
});
export type HandoversSpec = z.infer<typeof handoversSchema>;
