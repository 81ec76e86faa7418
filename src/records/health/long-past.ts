import { sql, type SqlBool } from 'kysely';
import { dayOfNumber, daySeconds } from '../../calendar/local-date.ts';
import { columnOf, isOpen, kindWith, type HealthCheck } from './health-check.ts';

/** A day or two late is a deal that is about to close; after so many days nobody believes the date any more. */
const lateFor = 30;

/** Open deals that should have closed more than a month ago. */
export const longPast: HealthCheck = (ground) => {
  const found = kindWith(ground, 'opportunity', 'closed');
  const asOf = ground.asOf('opportunity');
  const open = found && isOpen(found.kind);
  const [closed] = found?.fields ?? [];
  if (!found || !open || !closed || asOf === null) return [];
  const today = Math.floor(ground.clock.local(asOf) / daySeconds);
  const isDay = closed.type.is === 'moment' && closed.type.precision === 'day';
  const bound = isDay ? dayOfNumber(today - lateFor) : asOf - lateFor * daySeconds;
  return [
    {
      kind: found.kind,
      fields: ['closed'],
      among: sql<SqlBool>`${columnOf(closed)} is not null and ${open}`,
      faulty: sql<SqlBool>`${columnOf(closed)} < ${bound}`,
    },
  ];
};
