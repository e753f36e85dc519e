import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApplicationDrafted, ApplicationSubmitted, CaseOpinionExtended } from '@hub/contracts';
import { type CapturedLetter, eventually, lettersIn, type MailCapture, publish, startMailCapture } from '@hub/testkit';
import { KillableService } from './killable-service.js';

const applicationId = 'killed';
const team = [{ personId: 'claire', organisationId: 'inserm', role: 'lead' as const }];

/** Killing the notification service in the middle of telling somebody loses no notice and no letter, and doubles none. */
describe('a notification service that is killed', () => {
  let notification: KillableService;
  let mail: MailCapture;
  let letters: () => Promise<CapturedLetter[]>;

  beforeAll(async () => {
    notification = await KillableService.begin('notification', [ApplicationDrafted.topic], async (folder) => {
      const key = join(folder, 'key');
      await writeFile(key, randomBytes(32).toString('base64'), { mode: 0o600 });
      mail = await startMailCapture({ dir: folder });
      letters = async () => (await lettersIn(folder)).filter(({ to }) => to.startsWith('claire@'));
      return {
        ...{ PUBLIC_URL: 'https://portal.example', NOTIFICATION_KEY_FILE: key, NOTIFICATION_SEED: 'demonstration' },
        ...{ SMTP_URL: mail.url, MAIL_FROM: 'Hub <hub@hub.example>' },
      };
    });
  });
  afterEach(() => notification.stop());
  afterAll(async () => {
    await notification?.remove();
    await mail?.stop();
  });

  const told = (event: string) =>
    notification.count(`SELECT FROM notice WHERE person_id = 'claire' AND event_type = $1`, [event]);

  it('in the middle of a reaction: an event tells once, and writes once', async () => {
    const first = await notification.start();
    await publish(ApplicationDrafted, applicationId, {
      ...ApplicationDrafted.example,
      applicationId,
      leadId: 'claire',
    });
    await eventually(async () => expect(await notification.count('SELECT FROM case_file')).toBe(1), 20_000);
    await first.service.stop();
    const killed = await notification.start('after-effect-before-offset');
    await publish(ApplicationSubmitted, applicationId, { ...ApplicationSubmitted.example, applicationId, team });
    await killed.service.ended;
    expect(await told(ApplicationSubmitted.type)).toBe(1);
    await notification.start();
    // Told after the copy of the first: nothing of it is on its way any more.
    await publish(CaseOpinionExtended, 'c', { ...CaseOpinionExtended.example, caseId: 'c', applicationId });
    await eventually(async () => expect(await told(CaseOpinionExtended.type)).toBe(1), 20_000);
    await eventually(async () => expect(await letters()).toHaveLength(2), 20_000);
    expect(await told(ApplicationSubmitted.type)).toBe(1);
    expect((await letters()).filter(({ subject }) => /déposée|submitted/.test(subject))).toHaveLength(1);
  }, 120_000);
});
