import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Command {
  readonly text: string;
  /** From `# prints: text` lines behind the command: parts of what it prints. */
  readonly prints: string[];
}

const GIT_CONFIG = '[user]\n\tname = Ana\n\temail = ana@example.org\n[init]\n\tdefaultBranch = main\n';
const NOWHERE = 'http://127.0.0.1:9';
const TIME_LIMIT = 20_000;

/** Runs lines as one `bash -eu` script in a new empty folder. Returns what is not as their comments say. */
export async function runShell(source: string): Promise<readonly string[]> {
  const { commands, problems } = splitShell(source);
  if (problems.length > 0) return problems;
  const mark = randomUUID();
  const parts = commands.flatMap(({ text }, index) => [`echo "${mark} ${index}"`, text]);
  const home = mkdtempSync(join(tmpdir(), 'cairn-shell-'));
  try {
    const { output, error } = await runScript(home, ['exec 2>&1', ...parts, `echo "${mark} end"`].join('\n'));
    // What a command prints is what lies between its mark and the next one, also where no line break ends it.
    const printed = output.split(mark).slice(1);
    const ended = printed.at(-1)?.trim() === 'end';
    if (!ended || error) return [`stops: ${error ?? 'before its end'}\n${output.replaceAll(mark, '…').slice(-600)}`];
    return commands.flatMap(({ text, prints }, index) =>
      prints
        .filter((part) => !printed[index]?.replace(/^ \d+\n/, '').includes(part))
        .map((part) => `${text}\n→ should print "${part}", prints: ${printed[index]}`),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function runScript(home: string, script: string): Promise<{ readonly output: string; readonly error?: string }> {
  writeFileSync(join(home, '.gitconfig'), GIT_CONFIG);
  const cwd = join(home, 'folder');
  mkdirSync(cwd);
  const env = {
    PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
    HOME: home,
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    // No network: every usual way out leads to a port where nobody listens.
    GIT_ALLOW_PROTOCOL: 'file',
    NODE_USE_ENV_PROXY: '1',
    http_proxy: NOWHERE,
    https_proxy: NOWHERE,
  };
  return new Promise((resolve) => {
    const options = { cwd, env, timeout: TIME_LIMIT };
    const child = execFile('bash', ['-eu', '-c', script], options, (error, stdout) =>
      resolve(error ? { output: stdout, error: `exit code ${error.code ?? error.signal}` } : { output: stdout }),
    );
    child.stdin?.end();
  });
}

/** The commands of a script, each with what the comments behind it promise. */
export function splitShell(source: string): { readonly commands: readonly Command[]; readonly problems: string[] } {
  const commands: Command[] = [];
  const problems: string[] = [];
  for (const text of wholeCommands(source)) {
    if (!PROMISE.test(text)) commands.push({ text, prints: [] });
    else problems.push(...readPromise(text, commands.at(-1)));
  }
  const last = commands.at(-1);
  if (last && !isWhole(last.text)) problems.push(`${last.text}\n→ is not a whole command`);
  return { commands, problems };
}

const PROMISE = /^\s*#\s*(prints?|rows?|fails?)\b/im;

/** Lines put together to whole commands, so that a loop over five lines is one. Only the last may be open. */
function wholeCommands(source: string): readonly string[] {
  const found: string[] = [];
  let open = '';
  for (const line of source.split('\n')) {
    const text = open === '' ? line : `${open}\n${line}`;
    const ends = isWhole(text);
    if (ends && text.trim() !== '') found.push(text);
    open = ends ? '' : text;
  }
  return open === '' ? found : [...found, open];
}

function readPromise(text: string, command: Command | undefined): readonly string[] {
  const [, part] = /^# prints: (\S.*)$/.exec(text) ?? [];
  if (part === undefined) return [`${text}\n→ is not "# prints: text" behind a whole command`];
  if (!command) return [`${text}\n→ does not stand behind a command`];
  command.prints.push(part);
  return [];
}

function isWhole(text: string): boolean {
  if (text.endsWith('\\')) return false;
  // bash only warns, and exits with 0, where a here-document has no end.
  const { status, stderr } = spawnSync('bash', ['-n'], { input: `${text}\n`, encoding: 'utf8' });
  return status === 0 && stderr === '';
}
