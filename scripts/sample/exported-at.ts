import type { ExportFile } from './columns.ts';

/** The contact roles of deals are exported by hand, on a Friday afternoon: 62 hours before the nightly export of a Monday. */
const behind: Partial<Record<ExportFile, number>> = { OpportunityContactRole: 62 * 3600 };

/** When a file was exported, in seconds since 1970. `asOf`: when most of them were. */
export const exportedAt = (file: ExportFile, asOf: number): number => asOf - (behind[file] ?? 0);
