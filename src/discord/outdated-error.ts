/** A forged, outdated or foreign custom id, or options of an older registration. The caller is shown the way back. */
export class OutdatedError extends Error {
  override readonly name = 'OutdatedError';
}
