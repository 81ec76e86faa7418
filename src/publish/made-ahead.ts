/**
 * What is asked for one after another, each made a little before: `most` of them at a time, so that none waits for the machine's other core,
 * and no more are held than that. A name that does not stand in the list is made when it is asked for.
 */
export function madeAhead<T>(
  names: readonly string[],
  make: (name: string) => Promise<T>,
  most: number,
): (name: string) => Promise<T> {
  const places = new Map(names.map((name, place) => [name, place]));
  const begun = new Map<string, Promise<T>>();
  const begin = (name: string): Promise<T> => {
    const made = begun.get(name) ?? make(name);
    // Who asks for it is told if it fails; until then nobody listens.
    made.catch(() => {});
    begun.set(name, made);
    return made;
  };
  return (name) => {
    const place = places.get(name);
    if (place === undefined) return make(name);
    const made = begin(name);
    for (const next of names.slice(place + 1, place + most)) void begin(next);
    for (const old of begun.keys()) if (begun.size > most && old !== name) begun.delete(old);
    begun.delete(name);
    return made;
  };
}
