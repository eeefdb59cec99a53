import { createServer, request } from 'node:http';
import { type AddressInfo, connect, createServer as createRawServer, type Server } from 'node:net';

/** A message as it stands in a page: lines end with a line feed, a blank line stands before the body. */
interface Message {
  readonly start: string;
  readonly head: readonly string[];
  readonly body: string;
}

/** Puts a message on a real wire, read by Node's own HTTP parser. Returns what is wrong with it. */
export function sendHttp(code: string): Promise<readonly string[]> {
  const message = readMessage(code);
  return message.start.startsWith('HTTP/') ? serveResponse(message) : sendRequest(message);
}

export function readMessage(code: string): Message {
  const lines = code.split('\n');
  const blank = lines.indexOf('');
  const [start = '', ...head] = blank < 0 ? lines : lines.slice(0, blank);
  return { start, head, body: blank < 0 ? '' : lines.slice(blank + 1).join('\n') };
}

function wireText({ start, head, body }: Message): string {
  return `${[start, ...head].join('\r\n')}\r\n\r\n${body}`;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function sendRequest(message: Message): Promise<readonly string[]> {
  const problems: string[] = [];
  const received: string[] = [];
  const server = createServer((incoming, answer) => {
    let body = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (part: string) => {
      body += part;
    });
    incoming.on('error', (error) => problems.push(`the request breaks off: ${error.message}`));
    incoming.on('end', () => {
      received.push(`${incoming.method} ${incoming.url} HTTP/${incoming.httpVersion}`);
      if (body !== message.body) problems.push(`the server reads the body "${body}"`);
      answer.setHeader('Connection', 'close').end();
    });
  });
  server.on('clientError', (error, socket) => {
    problems.push(`the server refuses it: ${error.message}`);
    socket.destroy();
  });
  const port = await listen(server);
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(wireText(message)));
    socket.resume();
    socket.on('error', (error) => problems.push(error.message));
    socket.on('close', () => resolve());
  });
  await new Promise((resolve) => server.close(resolve));
  if (received.join() !== message.start) problems.push(`the server reads the requests [${received.join()}]`);
  return problems;
}

async function serveResponse(message: Message): Promise<readonly string[]> {
  const server = createRawServer((socket) => {
    socket.on('error', () => undefined); // The client hangs up on what it cannot read; it says why itself.
    socket.once('data', () => socket.end(wireText(message)));
  });
  const port = await listen(server);
  const problems = await new Promise<string[]>((resolve) => {
    const fail = (error: Error) => resolve([`the client refuses it: ${error.message}`]);
    const outgoing = request({ host: '127.0.0.1', port, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        body += part;
      });
      answer.on('error', fail);
      answer.on('end', () => {
        const start = `HTTP/${answer.httpVersion} ${answer.statusCode} ${answer.statusMessage}`;
        const wrongBody = body === message.body ? [] : [`the client reads the body "${body}"`];
        resolve(start === message.start ? wrongBody : [`the client reads "${start}"`, ...wrongBody]);
      });
    });
    outgoing.on('error', fail).end();
  });
  await new Promise((resolve) => server.close(resolve));
  return problems;
}
