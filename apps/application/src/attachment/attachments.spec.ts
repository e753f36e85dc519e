import { randomBytes } from 'node:crypto';
import { buffer as bytesOf } from 'node:stream/consumers';
import { type Actor, fold, tell } from '@hub/decider';
import { filledForm } from '../../test/filled-form.js';
import { type ApplicationEvent, application, hasContent } from '../application/application.js';
import { commands } from '../application/commands.js';
import { provideInformation } from '../application/provide-information.js';
import { submit } from '../application/submit.js';
import { fieldsOf } from '../form/form.js';
import { Forms } from '../form/forms.js';
import { attachFile } from './attach-file.js';
import { misnamed, typeOfFile } from './file-type.js';
import { FileTooLarge, PassingContent } from './passing-content.js';
import { removeFile } from './remove-file.js';
import { opened, openText, sealed, sealText } from './sealed-file.client.js';
import { filesSeenBy } from './visibility.js';

const forms = new Forms();
const { given } = tell(application, commands);
const acting = (id: string, organisation: string, ...roles: string[]): Actor => ({
  ...{ kind: 'person', id, organisation, roles, assurance: 'substantial' },
});
const claire = acting('claire', 'inserm', 'applicant');
const lead = { personId: 'claire', organisationId: 'inserm', role: 'lead' as const };
const begun: Extract<ApplicationEvent, { type: 'drafted' }> = {
  type: 'drafted',
  procedure: 'FR_AUTHORISATION',
  procedureVersion: 1,
  lead,
};
const sha256 = 'a'.repeat(64);
const file = {
  attachmentId: 'f-1',
  name: 'a.pdf',
  field: 'purpose.plan',
  sha256,
  bytes: 3,
  mediaType: 'application/pdf',
};
const attached: ApplicationEvent = { type: 'file-attached', ...file };
const sent: ApplicationEvent = { type: 'submitted', submittedAt: '2026-03-02T09:00:00.000Z' };
const basket = {
  datasets: [{ datasetId: 'd', tables: [{ table: 't', columns: ['a'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};
const asked: ApplicationEvent = {
  ...{ type: 'information-awaited', requestId: 'r', fields: ['purpose.plan'], phase: 'PROCESSING' },
};
const filesAfter = (...events: ApplicationEvent[]) => {
  const { state } = fold(application, events);
  return hasContent(state) ? state.attachments : [];
};

describe('attaching files', () => {
  it('puts a file on a field of the form, and answers a field that asks for files', () => {
    given(begun).when(attachFile, file, { actor: claire, forms }).then(attached);
    const newest = { ...begun, procedureVersion: forms.procedures.newest('FR_AUTHORISATION')?.version ?? 1 };
    const { state } = fold(application, [newest]);
    const asking = fieldsOf(forms.of(state as never)).find(([, { kind }]) => kind === 'attachments')?.[0];
    if (asking === undefined) throw new Error('no field of the form asks for files');
    const document = { ...file, field: asking };
    const answers = { type: 'answers-saved', answers: { [asking]: ['f-1'] } } as const;
    given(newest)
      .when(attachFile, document, { actor: claire, forms })
      .then({ type: 'file-attached', ...document }, answers);
    given(newest, { type: 'file-attached', ...document }, answers)
      .when(removeFile, { attachmentId: 'f-1' }, { actor: claire })
      .then({ type: 'file-removed', attachmentId: 'f-1' }, { type: 'answers-saved', answers: { [asking]: [] } });
    given(begun)
      .when(attachFile, { ...file, field: 'purpose.x' }, { actor: claire, forms })
      .refused('unknown-fields', { fields: ['purpose.x'] });
  });

  it('takes only files of marked fields while information is awaited', () => {
    const others = { ...file, field: 'purpose.aim' };
    given(begun, sent, asked).when(attachFile, file, { actor: claire, forms }).then(attached);
    given(begun, sent, asked).when(attachFile, others, { actor: claire, forms }).refused('field-not-marked');
    const { field: _field, ...loose } = file;
    given(begun, sent, asked).when(attachFile, loose, { actor: claire, forms }).refused('field-not-marked');
    given(begun, sent).when(attachFile, file, { actor: claire, forms }).refused('not-allowed-now');
  });

  it('a touched field counts as answered, so that a file alone can answer a request', () => {
    const { state } = fold(application, [begun, sent, asked, attached]);
    expect(state).toMatchObject({ request: { changed: ['purpose.plan'] } });
  });

  it('takes a file out of a draft, and keeps one that was sent for who reviews it', () => {
    given(begun, attached)
      .when(removeFile, { attachmentId: 'f-1' }, { actor: claire })
      .then({ type: 'file-removed', attachmentId: 'f-1' });
    given(begun).when(removeFile, { attachmentId: 'f-1' }, { actor: claire }).refused('no-such-file');
    const removed: ApplicationEvent = { type: 'file-removed', attachmentId: 'f-1' };
    expect(filesAfter(begun, attached, removed)).toEqual([]);
    expect(filesAfter(begun, attached, sent, asked, removed)).toEqual([{ ...file, sent: true, removed: true }]);
    expect(filesAfter(begun, sent, asked, attached, removed)).toEqual([]);
  });

  it('sends none that is infected, and names them; one taken out, sent before or unscanned holds up nothing', () => {
    const complete: ApplicationEvent[] = [
      { type: 'answers-saved', answers: filledForm },
      { type: 'basket-chosen', basket },
    ];
    const removed: ApplicationEvent = { type: 'file-removed', attachmentId: 'f-1' };
    const by = (...infected: string[]) => ({ actor: claire, forms, infected });
    given(begun, ...complete, attached)
      .when(submit, {}, by('f-1', 'f-of-a-message'))
      .refused('files-infected', {
        files: [file.name],
        attachments: [{ attachmentId: 'f-1', field: 'purpose.plan' }],
      });
    given(begun, ...complete, attached, removed)
      .when(submit, {}, by('f-1'))
      .then(sent);
    given(begun, ...complete, attached)
      .when(submit, {}, by())
      .then(sent);
    given(begun, ...complete, attached)
      .when(submit, {}, by('f-2'))
      .then(sent);
    const another: ApplicationEvent = { type: 'file-attached', ...file, attachmentId: 'f-2' };
    const answering = [begun, ...complete, attached, sent, asked, another];
    given(...answering)
      .when(provideInformation, {}, by('f-1', 'f-2'))
      .refused('files-infected', {
        files: [file.name],
        attachments: [{ attachmentId: 'f-2', field: 'purpose.plan' }],
      });
    given(...answering)
      .when(provideInformation, {}, by('f-1'))
      .then({ type: 'information-provided', requestId: 'r', fields: ['purpose.plan'] });
  });

  it('shows files to who reads the whole application, and to nobody who is only invited, recused or outside', () => {
    const invited: ApplicationEvent = {
      ...{ type: 'member-invited', invitationId: 'i', personId: 'david', role: 'member' },
      expiresAt: '2026-03-16T09:00:00.000Z',
    };
    const admitted: ApplicationEvent = { type: 'reviewer-admitted', reviewerId: 'm-1' };
    const { state } = fold(application, [begun, invited, attached, sent, admitted]);
    const sees = (actor: Actor) => filesSeenBy(state, actor)?.length === 1;
    expect(sees(claire)).toBe(true);
    expect(sees(acting('m-1', 'cesrees', 'committee_member'))).toBe(true);
    expect(sees(acting('otto', 'hdh', 'hub_officer'))).toBe(true);
    expect(sees(acting('m-2', 'cesrees', 'committee_member'))).toBe(false);
    expect(sees(acting('david', 'inserm', 'applicant'))).toBe(false);
    expect(sees(acting('eve', 'institut-curie', 'applicant'))).toBe(false);
    const otto = acting('otto', 'hdh', 'hub_officer');
    expect(filesSeenBy(fold(application, [begun, attached]).state, otto)).toBeUndefined();
    const inWork = fold(application, [begun, sent, asked, attached]).state;
    expect([filesSeenBy(inWork, otto)?.length, filesSeenBy(inWork, claire)?.length]).toEqual([0, 1]);
  });
});

describe('the type of a file', () => {
  it('is judged by its content; where the name says something else, both are named', () => {
    expect(typeOfFile('protocol.PDF', 'pdf')).toEqual({ mediaType: 'application/pdf' });
    expect(typeOfFile('protocol.pdf', 'exe')).toEqual({
      refused: 'file-type-mismatch',
      detail: { field: 'name', declared: 'pdf', content: 'exe' },
    });
    expect(typeOfFile('list.csv', 'text')).toMatchObject({ mediaType: expect.stringContaining('text/csv') });
    expect(typeOfFile('list.csv', 'pdf')).toMatchObject({ refused: 'file-type-mismatch' });
  });

  it('is one that is taken, under a name that misleads nobody', () => {
    expect(misnamed('grid.ods')).toMatchObject({ refused: 'file-type-not-taken', detail: { declared: 'ods' } });
    for (const name of [
      undefined,
      ' ',
      'a/b.pdf',
      'a\\b.pdf',
      'a\u0000.pdf',
      'fdp.\u202etxt.exe',
      `${'a'.repeat(200)}.pdf`,
    ])
      expect(misnamed(name)).toMatchObject({ refused: 'file-name-wrong' });
    expect(misnamed('résumé du projet.docx')).toBeUndefined();
  });

  it('is seen as the bytes pass: text, or whose compound file it is', () => {
    const seen = (...chunks: Buffer[]) => {
      const content = new PassingContent(1_000_000);
      for (const chunk of chunks) content.see(chunk);
      return content.ended();
    };
    const accent = Buffer.from('é');
    expect(seen(Buffer.from('a;b\n'), accent.subarray(0, 1), accent.subarray(1)).text).toBe(true);
    expect(seen(Buffer.from('a'), accent.subarray(0, 1)).text).toBe(false);
    expect(seen(Buffer.from('a\0b')).text).toBe(false);
    const head = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const workbook = Buffer.from('Workbook', 'utf16le');
    expect(seen(head, randomBytes(600), workbook.subarray(0, 5), workbook.subarray(5)).compound).toBe('xls');
    expect(seen(head, Buffer.from('WordDocument', 'utf16le')).compound).toBe('doc');
    expect(seen(Buffer.from('Workbook', 'utf16le')).compound).toBeUndefined();
    expect(() => new PassingContent(3).see(Buffer.alloc(4))).toThrow(FileTooLarge);
  });
});

describe('a sealed file', () => {
  const key = Buffer.alloc(32, 7);
  async function* parts(bytes: Buffer, size = 10_007) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const all = (source: AsyncIterable<Buffer>) => bytesOf(source);

  it('opens to the same bytes, whatever their number, and shows nothing of them', async () => {
    for (const size of [0, 1, 65_536, 131_072, 200_001]) {
      const bytes = Buffer.alloc(size, 'plain');
      const atRest = await all(sealed(key, parts(bytes)));
      expect(atRest.includes('plain')).toBe(false);
      expect((await all(opened(key, parts(atRest)))).equals(bytes)).toBe(true);
    }
  });

  it('does not open when it was altered, cut at a block, reordered, or sealed with another key', async () => {
    const atRest = await all(sealed(key, parts(randomBytes(200_000))));
    const block = 65_536 + 16;
    const altered = Buffer.from(atRest);
    altered.writeUInt8(altered.readUInt8(70_000) ^ 1, 70_000);
    const swapped = Buffer.concat([
      ...[atRest.subarray(0, 32), atRest.subarray(32 + block, 32 + 2 * block)],
      ...[atRest.subarray(32, 32 + block), atRest.subarray(32 + 2 * block)],
    ]);
    for (const bad of [altered, atRest.subarray(0, 32 + 2 * block), atRest.subarray(0, 20), swapped])
      await expect(all(opened(key, parts(bad)))).rejects.toThrow();
    await expect(all(opened(Buffer.alloc(32, 8), parts(atRest)))).rejects.toThrow();
  });

  it('a sealed text opens in its own place only', () => {
    expect(openText(key, 'a', sealText(key, 'a', 'secret'))).toBe('secret');
    expect(() => openText(key, 'b', sealText(key, 'a', 'secret'))).toThrow();
  });
});
