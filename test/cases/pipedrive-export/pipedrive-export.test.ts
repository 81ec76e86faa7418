import { describeCrmExport } from '../crm-exports/crm-export.ts';

// Five deals, of which one was deleted.
describeCrmExport('pipedrive', {
  'activities-13492048-28.csv': { activity: 4 },
  'deals-13492048-27.csv': { opportunity: 4 },
});
