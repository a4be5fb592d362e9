import { api } from '#routes/answer.server.ts';

export const GET = api((_event, { id, email, name, isOperator }) => ({ id, email, name, isOperator }));
