import { describeCrmExport } from '../crm-exports/crm-export.ts';

describeCrmExport('zoho', { 'Deals_2026_03_01.csv': { opportunity: 4 }, 'Leads_2026_03_01.csv': { lead: 3 } });
