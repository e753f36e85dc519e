import { Answers, CommandAnswer } from '@hub/http-edge';
import { applyDecorators, HttpCode, Post } from '@nestjs/common';

/** A route that gives one command: 200, and what the caller may do next. */
export const Command = (path: string) => applyDecorators(Post(path), HttpCode(200), Answers(CommandAnswer));
