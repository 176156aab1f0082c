// Whether the browser may throw the wallet away when the disk is short (Storage Standard, "persist").
export type Persistence = 'kept' | 'may-be-cleared' | 'unknown';

/** What holds now. Asks nobody. */
export async function persistence(): Promise<Persistence> {
  return answer(() => navigator.storage.persisted());
}

/** Asks the browser to keep the wallet. Some browsers ask the learner, most decide by themselves. */
export async function askForPersistence(): Promise<Persistence> {
  return answer(() => navigator.storage.persist());
}

async function answer(ask: () => Promise<boolean>): Promise<Persistence> {
  // Absent outside secure contexts and in old browsers, whatever the types say.
  if (typeof navigator === 'undefined' || !('storage' in navigator)) return 'unknown';
  try {
    return (await ask()) ? 'kept' : 'may-be-cleared';
  } catch {
    return 'unknown';
  }
}
