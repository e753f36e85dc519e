import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterOf, lettersIn } from './letters.js';
import { startMailCapture } from './mail-capture.js';

const letter = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1');

describe('a captured letter', () => {
  it('is read as its reader would see it, quoted or in base64', () => {
    const quoted = letterOf(
      letter(
        'To: claire@inserm.example',
        'Subject: =?UTF-8?Q?Votre_r=C3=A9ponse_est?= =?UTF-8?Q?_attendue?=',
        'Content-Language: fr',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '=C3=80 faire =',
        'avant le 30 mars',
        '',
        'Fin',
      ),
    );
    expect(quoted).toMatchObject({
      to: 'claire@inserm.example',
      subject: 'Votre réponse est attendue',
      language: 'fr',
    });
    expect(quoted.text).toBe('À faire avant le 30 mars\n\nFin');
    const subject = `=?UTF-8?B?${Buffer.from('Été').toString('base64')}?=`;
    const text = Buffer.from('Déjà vu').toString('base64');
    const coded = letterOf(letter(`Subject: ${subject}`, 'Content-Transfer-Encoding: base64', '', text));
    expect(coded).toMatchObject({ subject: 'Été', text: 'Déjà vu' });
  });
});

describe('the captured mail', () => {
  it('keeps what is sent to it, and delivers nothing', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'hub-mail-'));
    const capture = await startMailCapture({ dir });
    const talk = ['EHLO test', 'MAIL FROM:<a@hub.example>', 'RCPT TO:<b@inserm.example>', 'DATA'];
    await new Promise<void>((resolve, reject) => {
      const socket = connect(capture.port, '127.0.0.1');
      const next = [...talk, 'To: b@inserm.example\r\nSubject: Hello\r\n\r\nHi\r\n.', 'QUIT'];
      socket.on('data', (said) => {
        // The last line of an answer has a space after its number.
        if (/^\d{3} /m.test(String(said)) && next.length > 0) socket.write(`${next.shift()}\r\n`);
      });
      socket.on('close', () => resolve()).on('error', reject);
    });
    expect(await lettersIn(dir)).toMatchObject([{ to: 'b@inserm.example', subject: 'Hello', text: 'Hi' }]);
    await capture.stop();
    await rm(dir, { recursive: true });
  });
});
