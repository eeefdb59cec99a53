import { dayWritten, type GroupSettings, timeWritten } from './group-settings.ts';

/** Some settings of a group as the log keeps them: JSON has no undefined, days are "2026-03-02" and times "18:00:00". */
export type WrittenSettings = Readonly<Partial<Record<keyof GroupSettings, string | number | boolean | null>>>;

export function writeSettings(settings: GroupSettings, fields: readonly (keyof GroupSettings)[]): WrittenSettings {
  return Object.fromEntries(
    fields.map((field) => {
      const value = settings[field];
      return [field, typeof value === 'object' ? value.toString() : (value ?? null)];
    }),
  );
}

/** The settings that were written, and only those. */
export function readSettings(written: WrittenSettings): Partial<GroupSettings> {
  const values = Object.entries(written).map(([field, value]) => {
    if (field === 'startDay') return [field, dayWritten(String(value))];
    if (field === 'postTime') return [field, timeWritten(String(value))];
    return [field, value ?? undefined];
  });
  return Object.fromEntries(values) as Partial<GroupSettings>;
}
