/** A file of an application as its events tell it; the bytes lie in the vault. */
export interface AttachedFile {
  readonly attachmentId: string;
  readonly name: string;
  /** The field it hangs on; absent where it belongs to the application as a whole. */
  readonly field?: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** It was part of something that was sent: it is kept even when it is taken out afterwards. */
  readonly sent: boolean;
  readonly removed: boolean;
}

export type FileAttached = { type: 'file-attached' } & Omit<AttachedFile, 'sent' | 'removed'>;
export type FileRemoved = { type: 'file-removed'; attachmentId: string };

export function withFile(files: readonly AttachedFile[], { type: _type, ...file }: FileAttached): AttachedFile[] {
  return [...files, { ...file, sent: false, removed: false }];
}

/** What was never sent goes; what reviewers have seen stays for them, marked. */
export function withoutFile(files: readonly AttachedFile[], attachmentId: string): AttachedFile[] {
  return files.flatMap((file) => {
    if (file.attachmentId !== attachmentId) return [file];
    return file.sent ? [{ ...file, removed: true }] : [];
  });
}

export const allSent = (files: readonly AttachedFile[]): AttachedFile[] =>
  files.map((file) => (file.removed ? file : { ...file, sent: true }));
