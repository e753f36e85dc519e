import { createTransport, type Transporter } from 'nodemailer';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text; the only body there is. */
  readonly text: string;
  /** The same for every attempt at one letter, so that a server that got it twice can tell: `<id@domain>`. */
  readonly messageId: string;
  readonly language: 'en' | 'fr';
}

/** Whether a letter went out; if not, whether another attempt makes sense. `reason` names no address. */
export type Outcome =
  | { readonly sent: true }
  | { readonly sent: false; readonly again: boolean; readonly reason: string };

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

/** Sends letters through one SMTP server, with at most two connections. */
export class Mailer {
  private readonly transport: Transporter;

  /**
   * @param url `smtp://user:password@host:port` or `smtps://…`
   * @param from the sender's address, `Health Data Hub <hub@example.org>`
   */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10_000,
      socketTimeout: 20_000,
    });
  }

  /** Never throws: that a letter could not be sent is an outcome, with a reason that an operator can act on. */
  async send({ to, subject, text, messageId, language }: Letter): Promise<Outcome> {
    try {
      await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        messageId,
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
      });
      return { sent: true };
    } catch (error) {
      const { code, responseCode } = error as SmtpError;
      // 5xx is the server's last word on this letter; anything else may pass.
      const again = responseCode === undefined || responseCode < 500;
      return { sent: false, again, reason: `SMTP ${responseCode ?? code ?? 'failed'}` };
    }
  }

  close(): void {
    this.transport.close();
  }
}
