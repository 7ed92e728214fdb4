/** Publishes the issues whose time has come. */
export async function sweepSchedules(): Promise<void> {}
