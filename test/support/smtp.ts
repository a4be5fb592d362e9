import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** A mail as the server took it: the envelope, and the message as it came over the wire. */
export interface Received {
  from: string;
  to: string[];
  message: string;
}

/** A real mail server that keeps what it takes. Recipients in `refused` get its reply code instead. */
export class MailServer {
  readonly received: Received[] = [];
  readonly refused = new Map<string, number>();
  private readonly server: SMTPServer;

  static async start(): Promise<MailServer> {
    const mails = new MailServer();
    mails.server.listen(0, '127.0.0.1');
    await once(mails.server.server, 'listening');
    return mails;
  }

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, callback) => {
        const code = this.refused.get(address);
        callback(code ? Object.assign(new Error('Not now'), { responseCode: code }) : null);
      },
      onData: (stream, session, callback) => {
        this.take(stream, session).then(() => callback(), callback);
      }
    });
  }

  get url(): string {
    const address = this.server.server.address();
    if (!address || typeof address === 'string') throw new Error('The mail server is not listening.');
    return `smtp://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private async take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    this.received.push({
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      to: envelope.rcptTo.map(({ address }) => address),
      message: Buffer.concat(chunks).toString()
    });
  }
}
