/**
 * What time it is where somebody is. Alexa tells only in which time zone the device stands, and only when asked.
 */
import type { RequestEnvelope } from 'ask-sdk-model';

/** Where a device's settings are found. */
export interface Device {
  readonly apiEndpoint: string;
  readonly apiAccessToken: string;
  readonly deviceId: string;
}

/** Asks for the time zone of a device; may fail, and may take its time. */
export type ZoneOf = (device: Device) => Promise<string>;

/** Milliseconds that an answer waits for it. */
const budget = 400;

/**
 * The hour of the request on the device's own clock, 0 to 23; undefined where that cannot be learnt in time.
 * Source: Alexa's device settings, `System.timeZone`; needs no permission.
 */
export async function localHour({ request, context }: RequestEnvelope, zoneOf: ZoneOf): Promise<number | undefined> {
  const { device, apiEndpoint, apiAccessToken } = context?.System ?? {};
  if (!device?.deviceId || !apiEndpoint || !apiAccessToken) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), budget);
  });
  try {
    const zone = zoneOf({ apiEndpoint, apiAccessToken, deviceId: device.deviceId });
    // Raced against the clock, its failure must be heard even when it comes too late.
    return hourIn(await Promise.race([zone.catch(() => undefined), late]), request.timestamp);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** A zone or a time that nobody knows throws, in Intl as in Date. */
function hourIn(zone: string | undefined, timestamp: string): number | undefined {
  if (typeof zone !== 'string' || zone === '') return undefined;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' });
  return Number(format.format(new Date(timestamp)));
}
