/** The file of the exports that tells what lies beside it. */
export const manifestName = 'manifest.json';
