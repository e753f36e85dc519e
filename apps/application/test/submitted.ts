import { DatasetPublished } from '@hub/contracts';
import { type Caller, eventually, publish } from '@hub/testkit';
import { filledForm } from './filled-form.js';

export const basket = {
  datasets: [{ datasetId: 'bleeds', tables: [{ table: 'person', columns: ['person_id'] }] }],
  period: { from: '2019-01-01', to: '2019-12-31' },
};

/** A draft in which nothing is missing, over a dataset that the catalogue offers. */
export async function readyToSubmit(lead: Caller): Promise<string> {
  const { id } = (await lead.post('/applications', { procedure: 'FR_AUTHORISATION' })).body;
  await publish(DatasetPublished, 'bleeds', {
    ...{ datasetId: 'bleeds', holderId: 'chu', version: 1, accessRight: 'NON_PUBLIC' },
    tables: [{ name: 'person', columns: ['person_id'], personalKeys: ['person_id'] }],
  });
  const put = async (path: string, body: unknown) => {
    const { version } = (await lead.get(`/applications/${id}`)).body;
    const { status, body: answer } = await lead.put(`/applications/${id}/${path}`, body, { version });
    if (status !== 200) throw new Error(JSON.stringify(answer));
  };
  await put('answers', { answers: filledForm });
  await eventually(() => put('basket', basket));
  return id;
}

/** An application as its lead submits it. */
export async function submitted(lead: Caller): Promise<string> {
  const id = await readyToSubmit(lead);
  const { version } = (await lead.get(`/applications/${id}`)).body;
  const sent = await lead.post(`/applications/${id}/submission`, undefined, { version });
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  return id;
}
