import { bareName } from './known/known-column.ts';

/** What a column holds that is a person's, or may be. */
export type PersonalLook = 'e-mail' | 'phone' | 'address' | 'person' | 'free text';

/*
 * By the names that CRMs give such columns, compared as bare names, in the languages of the known labels. A column is rather taken for
 * a person's by mistake than shown by mistake.
 */
const names: readonly (readonly [PersonalLook, RegExp])[] = [
  ['e-mail', /^(?:.*(?:e?mail(?:address)?(?:es)?\d?|adressee?mail|correo(?:electrónico)?)(?:work|home|other|c)?)$/],
  ['phone', /(?:phone|mobile|fax|telefon|téléphone|teléfono|handy|mobil)(?:number|nummer)?(?:work|home|other|c|\d)?$/],
  [
    'address',
    /(?:street|straße|strasse|city|stadt|ville|ciudad|address(?:line)?\d?|postalcode|postleitzahl|zip(?:code)?|latitude|longitude|geocodeaccuracy|anschrift|ipaddress)(?:c)?$/,
  ],
  [
    'person',
    /^(?:name|.*(?:first|last|middle|full|nick|sur|family|given|maiden|user|vor|nach)name(?:c)?|(?:deal|person|contact|lead|associatedcontact|assistant|contactperson|supplied)name|vorname|nachname|prénom|nomdefamille|nombre|apellidos?|salutation|anrede|birthdate|birthday|geburtsdatum|dateofbirth|gender(?:c)?|twitterhandle|linkedin(?:bio|url)?|skypeid|contactperson|associatedcontacts?|.*(?:createdby|modifiedby|ownername|assigned|assignedto|editedby|alias)|.*owner|.*propriétaire.*|.*propietario.*|salesagent|manager|reportsto|kontaktowner|jigsaw(?:contactid)?)$/,
  ],
  [
    'free text',
    /^(?:.*(?:description|comments?|notes?|notesdescription|beschreibung|notiz(?:en)?|subject|betreff|body|bodypreview|message|emailtext|emailsubject|summary|calltranscript|calltitle|subjecttitle|nextstep|nächsterschritt))$/,
  ],
];

/** What a column's name says that is a person's; null for any other. Ids (`OwnerId`) say nothing of a person. */
export function personalBy(column: string): PersonalLook | null {
  if (/^(?:[Ii]s|[Hh]as)[A-Z_\s]/.test(column)) return null;
  const bare = bareName(column).replaceAll(/^property|[./()]/g, '');
  if (
    /(?:ids?|count|date|datetime|status|type|optout|bounced|reason|source)$/.test(bare) &&
    !bare.endsWith('birthdate')
  )
    return null;
  return names.find(([, form]) => form.test(bare))?.[0] ?? null;
}
