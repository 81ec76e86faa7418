import { describeCrmExport } from '../crm-exports/crm-export.ts';

// Workbooks: days and times are numbers there.
describeCrmExport('dynamics', {
  'All Opportunities 3-1-2026 9-15-00 AM.xlsx': { opportunity: 4 },
  'Campaign costs.xlsx': { spend: 3 },
});
