import type { Topic } from '../../values/agreement.ts';
import { fault, type Reporting } from '../report.ts';
import type { SaidMetric } from './metric-schema.ts';

/** The further pages that a metric stands on: each once, and none that it stands on already. */
export function readAlsoOn(reporting: Reporting, said: Pick<SaidMetric, 'topic' | 'also on'>): readonly Topic[] {
  const also = said['also on'] ?? [];
  if (also.length > 0 && said.topic === undefined)
    fault(reporting, ['also on'], 'it stands on no page of its own yet', `write "topic: ${also[0]}" for the first`);
  also.forEach((topic, index) => {
    if (topic === said.topic)
      fault(reporting, ['also on', index], `it stands on "${topic}" already, by "topic:"`, 'leave it away here');
    else if (also.indexOf(topic) < index)
      fault(reporting, ['also on', index], `"${topic}" stands here twice`, 'leave one away');
  });
  return [...new Set(also)].filter((topic) => topic !== said.topic);
}
