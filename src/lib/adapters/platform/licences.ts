// The licence list that lies beside the app, from our own origin and from nowhere else.
export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string | null;
}

/** The list at `address` (same origin); null when it cannot be read. */
export async function readLicences(address: string): Promise<readonly Licence[] | null> {
  try {
    const answer = await fetch(address, { mode: 'same-origin', credentials: 'omit' });
    return answer.ok ? licences(await answer.json()) : null;
  } catch {
    return null;
  }
}

function licences(json: unknown): readonly Licence[] | null {
  return Array.isArray(json) ? json.map(licence).filter((one) => one !== null) : null;
}

function licence(json: unknown): Licence | null {
  if (typeof json !== 'object' || json === null) return null;
  const { name, version, licence: id, text }: Readonly<Record<string, unknown>> = { ...json };
  if (typeof name !== 'string' || typeof version !== 'string' || typeof id !== 'string') return null;
  return { name, version, licence: id, text: typeof text === 'string' ? text : null };
}
