import type { Role } from '@hub/contracts';
import type { Person } from '@hub/decider';
import { commonRefusals } from '@hub/decider';
import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { HubTokenVerifier } from './hub-token.js';
import { edgeProblem, refusalProblem } from './problem.js';

export type IdentifiedRequest = FastifyRequest & { person?: Person };

/** Opens a route to everybody, without an account. */
export const Public = () => SetMetadata('hub:public', true);

/** Keeps a route for people with one of these roles; what a rule can decide belongs in its slice instead. */
export const For = (...roles: readonly Role[]) => SetMetadata('hub:roles', roles);

/** The signed-in person. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (!person) throw edgeProblem('unauthenticated');
  return person;
});

/** Checks the hub token of every request itself: the gateway's word is not enough. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: HubTokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const places = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<boolean>('hub:public', places);
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    const token = bearer(request.headers.authorization);
    if (!token && isPublic) return true;
    if (!token) throw edgeProblem('unauthenticated', {}, { 'www-authenticate': 'Bearer' });
    request.person = await this.tokens.person(token, Date.now());
    const roles = this.reflector.getAllAndOverride<readonly Role[]>('hub:roles', places);
    if (roles && !roles.some((role) => request.person?.roles.includes(role))) {
      throw refusalProblem({ refused: 'forbidden', detail: { by: roles } }, commonRefusals);
    }
    return true;
  }
}

const bearer = (header: string | undefined): string | undefined => header?.match(/^Bearer (\S+)$/i)?.[1];
