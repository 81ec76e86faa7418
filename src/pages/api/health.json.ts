import { healthFile } from '../../publish/health-told.ts';
import { theEdition } from '../_edition.ts';

export const GET = () => Response.json(healthFile(theEdition()));
