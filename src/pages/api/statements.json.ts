import { statementsFile } from '../../publish/api-statements.ts';
import { theEdition } from '../_edition.ts';

export const GET = () => Response.json(statementsFile(theEdition()));
