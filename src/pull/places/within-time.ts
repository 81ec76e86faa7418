/** How long a place may be silent, in seconds, before it counts as gone. */
export const silentAtMost = 60;

/** Waits for a promise, but no longer than so many seconds: then what `late` makes is thrown. */
export async function withinTime<T>(seconds: number, promise: Promise<T>, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), seconds * 1000);
  });
  try {
    return await Promise.race([promise, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
