/** Whether the last rows are lines below a table, such as `Confidential Information - Do Not Distribute`. */
export function isReportTail(rows: readonly (readonly string[])[], width: number): boolean {
  if (width < 3) return false;
  return rows.slice(-6).some((row) => {
    const filled = row.filter((value) => value.trim() !== '');
    return (
      filled.length > 0 &&
      filled.length <= 2 &&
      /^(?:confidential|copyright|grand total|total\b)/i.test(filled[0] ?? '')
    );
  });
}
