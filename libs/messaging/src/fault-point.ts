/** The instants at which the tests kill a service. */
export type FaultPoint = 'after-commit-before-publish' | 'after-publish-before-mark' | 'after-effect-before-offset';

/** Dies at once, as if the machine had, when HUB_FAULT_POINT names this point. For tests; unset in production. */
export function faultPoint(point: FaultPoint): void {
  if (process.env.HUB_FAULT_POINT === point) process.kill(process.pid, 'SIGKILL');
}
