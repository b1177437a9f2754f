/** File hosts: where Teams keeps files that are sent to a bot. */

/** The sender's OneDrive. */
export const FILE_HOSTS = ['.sharepoint.com']
