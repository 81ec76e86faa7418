import { metricsFile } from '../../publish/api.ts';
import { theEdition } from '../_edition.ts';

export const GET = () => Response.json(metricsFile(theEdition()));
