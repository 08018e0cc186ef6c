/**
 * Alexa's device settings, by the SDK's own client. Its package holds every client there is, so it is bundled into a file of its own,
 * which is loaded when a setting is asked for.
 */
import { DefaultApiClient } from 'ask-sdk-core';
import { services } from 'ask-sdk-model';
import type { Device } from './hour';

/** The time zone in which a device stands, such as `Europe/Berlin`; fails with what the service answered. */
export const timeZoneOf = ({ apiEndpoint, apiAccessToken, deviceId }: Device): Promise<string> =>
  new services.ups.UpsServiceClient({
    apiClient: new DefaultApiClient(),
    apiEndpoint,
    authorizationValue: apiAccessToken,
  }).getSystemTimeZone(deviceId);
