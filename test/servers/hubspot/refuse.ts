/** A refusal as HubSpot words it (developers.hubspot.com/docs/api-reference/error-handling). */
export class Refuse extends Error {
  readonly status: number;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, category: string, message: string, more: object = {}, headers = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.body = { status: 'error', message, correlationId: '4f2071b3-bf52-4e77-8dbe-6f80ad4f3a5f', category, ...more };
  }
}

export function invalid(message: string): Refuse {
  return new Refuse(400, 'VALIDATION_ERROR', message);
}

export function missingScopes(...scopes: readonly string[]): Refuse {
  return new Refuse(
    403,
    'MISSING_SCOPES',
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    {
      errors: [
        { message: 'One or more of the following scopes are required.', context: { requiredGranularScopes: scopes } },
      ],
      links: { scopes: 'https://developers.hubspot.com/scopes' },
    },
  );
}

/** As of too many calls: without a category, with the policy's name. */
export function tooMany(policyName: string, headers: Readonly<Record<string, string>> = {}): Refuse {
  const span = policyName === 'DAILY' ? 'daily' : policyName === 'SECONDLY' ? 'secondly' : 'ten_secondly_rolling';
  const more = { errorType: 'RATE_LIMIT', policyName, category: 'RATE_LIMITS' };
  return new Refuse(429, 'RATE_LIMITS', `You have reached your ${span} limit.`, more, headers);
}
