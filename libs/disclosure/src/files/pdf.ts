import { type FileReason, type FileReasonCode, reason } from './file-result.js';

const SIGNS: readonly [FileReasonCode, RegExp][] = [
  ['script', /\/(JavaScript|JS)\b/],
  ['external-reference', /\/(Launch|GoToR|GoToE|ImportData|SubmitForm)\b/],
  ['embedded-file', /\/(EmbeddedFiles?|RichMedia|XFA)\b/],
  ['encrypted', /\/Encrypt\b/],
  ['active-content', /\/(OpenAction|AA)\b/],
  ['metadata', /\/(Author|Metadata)\b/],
];

// The end mark may be followed by line ends, and by little else.
const END_SLACK = 32;

/**
 * Signs of active or hidden content, by the names in the objects of the file. Compressed object
 * streams can hide such names from this reading: people review every PDF in any case.
 */
export function inspectPdf(bytes: Uint8Array): FileReason[] {
  const text = decodeNames(latin1(bytes));
  const found = SIGNS.filter(([, sign]) => sign.test(text)).map(([code]) => reason(code));
  const unseen = /\/ObjStm\b/.test(text) ? 'compressed objects' : undefined;
  const end = text.lastIndexOf('%%EOF');
  const reasons = [reason('content-not-checked', unseen), ...found];
  if (end < 0) reasons.push(reason('malformed', 'no end'));
  else if (text.slice(end + 5).trim().length > END_SLACK) reasons.push(reason('trailing-data'));
  return reasons;
}

/** `/J#61vaScript` is `/JavaScript` (ISO 32000-1, 7.3.5). */
function decodeNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
