const SECRET_NAME = 'password|passwd|passphrase|secret|token|api[_-]?key|private[_-]?key|credential';
const ASSIGNED = new RegExp(
  `["']?([\\w-]*(?:${SECRET_NAME})[\\w-]*)["']?[ \\t]*(?:[:=]|=>)[ \\t]*["']?([^\\s"',;}]*)`,
  'gi',
);
/** Read from elsewhere, computed, a type or a list, or a word that says of itself that it is none. */
const NO_SECRET = /^($|\$|<|\[|\{|[\w.]+\(|[A-Z_]+$|(only-)?for-|null\b|pw$|…|\.\.\.)/;
/** Shapes that programs which search public code look for. */
const KNOWN_SHAPES =
  /\bgh[pousr]_\w{16,}|\bgithub_pat_\w+|\bAKIA[A-Z0-9]{16}|\bsk-\w{16,}|-----BEGIN|\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/;
const IN_ADDRESS = /:\/\/[^\s/:@]+:([^\s/@]+)@/g;
const PLAIN_COLUMN = /\bpassword\s+(?:text|varchar|char)\b/i;

/** Everything in a piece of code that looks like a secret that somebody wrote down. */
export function secretsIn(code: string): readonly string[] {
  const assigned = [...code.matchAll(ASSIGNED)].filter(([, , value = '']) => !NO_SECRET.test(value));
  const inAddress = [...code.matchAll(IN_ADDRESS)].filter(([, value = '']) => !NO_SECRET.test(value));
  const shaped = [KNOWN_SHAPES, PLAIN_COLUMN].flatMap((pattern) => pattern.exec(code) ?? []);
  return [...assigned, ...inAddress].map(([whole]) => whole).concat(shaped);
}

const STATEMENT = '(?:SELECT\\b[^"\'`]*\\bFROM|INSERT\\s+INTO|UPDATE\\b[^"\'`]*\\bSET|DELETE\\s+FROM)\\b';
const GLUED = [
  new RegExp(`["'\`]\\s*${STATEMENT}[^"\`]*["'\`]\\s*(?:\\+|%|\\|\\||\\.\\s*(?:format|concat|formatted)\\b)`, 'i'),
  new RegExp(`\\bf["']+\\s*${STATEMENT}[^"]*\\{`, 'i'),
  new RegExp(`\`\\s*${STATEMENT}[^\`]*\\$\\{`, 'i'),
  new RegExp(`\\b(?:Sprintf|format)\\(\\s*["'\`]\\s*${STATEMENT}`, 'i'),
];

/** Whether SQL is put together from text and values there. */
export function gluesSql(code: string): boolean {
  return GLUED.some((pattern) => pattern.test(code));
}
